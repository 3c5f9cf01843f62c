import type { EnvironmentConfig } from "../../model/environment";
import type { Problem } from "../../model/problem";
import type { Service } from "../../model/service";
import type { AlertmanagerConfig } from "../../alertmanager/alertmanager-form";
import { alertmanagerConfig } from "../../alertmanager/alertmanager-config";
import { checkTree } from "./check-tree";
import { routingResults } from "./routing-results";
import type { RoutingResult } from "./routing-results";
import type { RoutedAlert } from "./routed-alert";
import { routedAlerts } from "./routed-alerts";

/** Every alert of an environment that would not be delivered to its declared receiver. */
export const checkRouting = (
  environment: EnvironmentConfig,
  services: readonly Service[],
): readonly Problem[] =>
  checkRoutingIn(
    environment,
    services,
    alertmanagerConfig(environment, services),
  );

/**
 * The same of a given configuration, whoever made it.
 * @param alerts those that the environment can raise, where they are known already
 */
export function checkRoutingIn(
  environment: EnvironmentConfig,
  services: readonly Service[],
  config: AlertmanagerConfig,
  alerts: readonly RoutedAlert[] = routedAlerts(environment, services),
): readonly Problem[] {
  return [
    ...checkTree(environment, config, alerts),
    ...routingResults(environment, services, config, alerts).flatMap((result) =>
      problemsOf(environment, result),
    ),
  ];
}

const problemsOf = (
  { name }: EnvironmentConfig,
  { alert, arrival, faults }: RoutingResult,
): readonly Problem[] =>
  faults.map((fault) => ({
    path: `${alert.source} alert "${alert.name}" of ${alert.labels["system"] ?? "the chart"} in ${name}`,
    message: fault,
    got: `route ${arrival.steps.join(" → ") || "of nothing else"}`,
    next: `npm run routes -- ${name} --alert ${alert.name} shows each step`,
  }));
