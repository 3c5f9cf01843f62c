import type { EnvironmentConfig } from "../../model/environment";
import { reachOf } from "../../model/notification-path";
import { told } from "../../routing/told";
import type { Told } from "../../routing/told";
import { addUp } from "../alertmanager/counters";
import type { Tally } from "../alertmanager/counters";
import { walk } from "../../reach/walk";
import { trialLabels } from "./posted-alert";
import { integrationName } from "../alertmanager/running-configuration";
import type { RunningConfiguration } from "../alertmanager/running-configuration";
import type { Trial } from "./trials";

/** What must happen to the alert of a trial. */
export interface Expectation {
  readonly trial: Trial;
  readonly labels: Readonly<Record<string, string>>;
  readonly receiver: string;
  /** How many messages each integration of the receiver sends. */
  readonly messages: Tally;
  readonly told: Told;
  /** Whether its end is told too. */
  readonly tellsResolved: boolean;
}

/** Follows a trial through the rendered configuration. */
export function expectation(
  trial: Trial,
  environment: EnvironmentConfig,
  configuration: RunningConfiguration,
  id: string,
): Expectation {
  const labels = trialLabels(trial, environment, id);
  const { receiver } = walk(configuration, labels);
  const { service, priority } = trial;
  const reach = reachOf(trial, service);
  return {
    trial,
    labels,
    receiver,
    messages: addUp(
      Object.entries(
        configuration.receivers.find(({ name }) => name === receiver) ?? {},
      ).flatMap(([list, integrations]) =>
        Array.isArray(integrations)
          ? [[integrationName(list), integrations.length] as const]
          : [],
      ),
    ),
    told: told(environment, service.team, priority, reach),
    tellsResolved: reach.tellsResolved ?? true,
  };
}
