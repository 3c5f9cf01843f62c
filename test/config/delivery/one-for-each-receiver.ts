import { alertmanagerConfig } from "../../../alertmanager/alertmanager-config";
import { routingResults } from "../../../checks/routing/routing-results";
import type { RoutingResult } from "../../../checks/routing/routing-results";
import type { EnvironmentConfig } from "../../../model/environment";
import { services } from "../../support/declared";

/** One alert for each receiver of an environment, and its expected destinations. */
export const oneForEachReceiver = (
  environment: EnvironmentConfig,
): readonly RoutingResult[] => {
  const results = routingResults(
    environment,
    services,
    alertmanagerConfig(environment, services),
  ).filter(({ alert }) => alert.expected.kind !== "heartbeat");
  const seen = new Set<string>();
  return results.filter(({ alert, arrival }) => {
    // What reaches nobody is tried in every way in which it does.
    const key = `${arrival.receiver} ${arrival.receiver === "null" ? arrival.steps.join() : ""} ${alert.expected.kind}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};
