import type { EnvironmentConfig } from "../../../model/environment";
import { liveAlertmanager } from "../../support/live-alertmanager";
import type {
  LiveAlertmanager,
  LiveSettings,
} from "../../support/live-alertmanager";

/** What differs from the environment's own configuration beside the addresses. */
export interface Difference extends Omit<LiveSettings, "timing"> {
  /** How long a group that was told waits with news. @default what is declared */
  readonly groupInterval?: string;
}

/** Alertmanagers that gather for a second only: a trial waits for little else. */
export const impatientAlertmanager = (
  environment: EnvironmentConfig,
  { groupInterval, ...settings }: Difference = {},
): Promise<LiveAlertmanager> =>
  liveAlertmanager(environment, {
    ...settings,
    timing: (setting, declared) => {
      if (setting === "group_wait") return "1s";
      return setting === "group_interval"
        ? (groupInterval ?? declared)
        : declared;
    },
    // Channels that refuse messages are what is tried.
    complaints: "hidden",
  });
