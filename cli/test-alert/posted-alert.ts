import type { Priority, Severity } from "../../model/alert";
import { grafanaUrl, runbookUrl } from "../../model/environment-urls";
import type { EnvironmentConfig } from "../../model/environment";
import {
  notificationPolicyOf,
  responseText,
} from "../../model/notification-path";
import type { PostedAlert } from "../alertmanager/alertmanager";
import type { Trial } from "./trials";

/** Name of every alert that this command sends. */
export const TEST_ALERT = "TestAlert";

/** What all alerts of one call of the command have in common. */
export interface Sending {
  /**
   * Value of the label `trial`: the second in which it was sent, so that no two test alerts are
   * equal.
   */
  readonly id: string;
  /** Who sends it, for the people who are notified. */
  readonly sender: string;
  /** Unix time in milliseconds. */
  readonly from: number;
  /** Unix time in milliseconds. */
  readonly until: number;
}

const SEVERITY: Readonly<Record<Priority, Severity>> = {
  P0: "critical",
  P1: "critical",
  P2: "warning",
  P3: "info",
};

/**
 * The labels of a test alert: those by which a real alert is routed, and two that mark it as a
 * test. Its condition is unique, since the more urgent of two alerts of one condition inhibits the
 * other.
 */
export const trialLabels = (
  { service, priority, path }: Trial,
  environment: EnvironmentConfig,
  id: string,
): Readonly<Record<string, string>> => ({
  alertname: TEST_ALERT,
  system: service.key,
  priority,
  severity: SEVERITY[priority],
  team: service.team.key,
  condition: ["test-alert", priority.toLowerCase(), path?.name ?? []]
    .flat()
    .join("-"),
  environment: environment.name,
  test: "true",
  trial: id,
  ...(path === undefined ? {} : { path: path.name }),
});

/** The test alert, with texts that say that it is only a test. */
export function postedAlert(
  trial: Trial,
  environment: EnvironmentConfig,
  { id, sender, from, until }: Sending,
): PostedAlert {
  const { service, priority } = trial;
  const policy = notificationPolicyOf(trial, service);
  return {
    labels: trialLabels(trial, environment, id),
    annotations: {
      summary: `TEST: nothing is wrong; ${priority} of ${service.key} in ${environment.name}`,
      description: `${sender} sent this to see that it arrives. It ends by itself after ${lengthText(until - from)}.`,
      runbook_url: runbookUrl(environment, "README"),
      dashboard_url: grafanaUrl(environment),
      response_time: responseText(policy.response),
    },
    startsAt: new Date(from).toISOString(),
    endsAt: new Date(until).toISOString(),
  };
}

const lengthText = (milliseconds: number): string =>
  `${String(Math.ceil(milliseconds / 60_000))} minutes`;
