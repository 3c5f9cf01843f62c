import { platformOf } from "../alertmanager/paths-in-use";
import {
  HEARTBEAT,
  NOBODY,
  UNROUTED,
  receiverFor,
} from "../alertmanager/receivers";
import type { RoutedAlert } from "../checks/routing/routed-alert";
import { CHART, routedAlerts } from "../checks/routing/routed-alerts";
import { replacedAlerts } from "../helm/kube-prometheus-stack/default-rules-values";
import type { EnvironmentConfig } from "../model/environment";
import type { Service } from "../model/service";
import { byName } from "./by-name";
import type { ChartAlertEntry } from "./form";

/** The alerts that a chart brings along and no system replaces, each once for each severity. */
export function chartAlertEntries(
  environment: EnvironmentConfig,
  services: readonly Service[],
): readonly ChartAlertEntry[] {
  const replaced = new Set(replacedAlerts(services));
  const platform = platformOf(services);
  const entries = routedAlerts(
    environment,
    // Nobody else is notified of them.
    platform === undefined ? [] : [platform],
  )
    .filter(({ source, name }) => source === CHART && !replaced.has(name))
    .map((alert): ChartAlertEntry => ({
      name: alert.name,
      severity: alert.labels["severity"],
      receiver: receiverOf(environment, platform?.key ?? "", alert),
      nobody:
        alert.expected.kind === "nobody" ? alert.expected.reason : undefined,
    }));
  const keyOf = ({ name, severity = "" }: ChartAlertEntry): string =>
    `${name} ${severity}`;
  return [
    ...new Map(entries.map((entry) => [keyOf(entry), entry])).values(),
  ].sort(byName(keyOf));
}

function receiverOf(
  environment: EnvironmentConfig,
  platform: string,
  { expected }: RoutedAlert,
): string {
  switch (expected.kind) {
    case "team":
      return receiverFor(environment, platform, expected.priority);
    case "heartbeat":
      return HEARTBEAT;
    case "nobody":
      return NOBODY;
    case "unrouted":
      return UNROUTED;
  }
}
