import type { EnvironmentConfig } from "../../../model/environment";
import { liveAlertmanager } from "../../support/live-alertmanager";
import type {
  LiveAlertmanager,
  LiveSettings,
} from "../../support/live-alertmanager";

/** What differs from the environment's own configuration beside the addresses. */
export interface Difference extends Omit<LiveSettings, "timing"> {
  /** Group interval. @default the declared one */
  readonly groupInterval?: string;
}

/** Alertmanagers with a group wait of a second: a test alert waits for little else. */
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
    // Channels that refuse messages are part of the tests.
    complaints: "hidden",
  });
