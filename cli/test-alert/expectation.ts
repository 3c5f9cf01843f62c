import type { EnvironmentConfig } from "../../model/environment";
import { notificationPolicyOf } from "../../model/notification-path";
import { notified } from "../../alertmanager/notified";
import type { Notified } from "../../alertmanager/notified";
import { messagesOf } from "../alertmanager/delivery";
import type { Messages } from "../alertmanager/delivery";
import { walk } from "../../checks/routing/walk";
import { trialLabels } from "./posted-alert";
import type { RunningConfiguration } from "../alertmanager/running-configuration";
import type { Trial } from "./trials";

/** Expected result of a test alert. */
export interface Expectation extends Messages {
  readonly trial: Trial;
  readonly labels: Readonly<Record<string, string>>;
  readonly notified: Notified;
  /** Whether its resolution is notified too. */
  readonly sendResolved: boolean;
}

/** Routes a test alert through the rendered configuration. */
export function expectation(
  trial: Trial,
  environment: EnvironmentConfig,
  configuration: RunningConfiguration,
  id: string,
): Expectation {
  const labels = trialLabels(trial, environment, id);
  const { receiver } = walk(configuration, labels);
  const { service, priority } = trial;
  const policy = notificationPolicyOf(trial, service);
  return {
    trial,
    labels,
    receiver,
    messages: messagesOf(configuration, receiver),
    notified: notified(environment, service.team, priority, policy),
    sendResolved: policy.sendResolved ?? true,
  };
}
