import { alertmanagerConfig } from "../../../alertmanager/alertmanager-config";
import { reached } from "../../../checks/routing/reached";
import type { Reached } from "../../../checks/routing/reached";
import type { EnvironmentConfig } from "../../../model/environment";
import { services } from "../../support/declared";

/** One alert for each receiver of an environment, and where it is promised to arrive. */
export const oneForEachReceiver = (
  environment: EnvironmentConfig,
): readonly Reached[] => {
  const results = reached(
    environment,
    services,
    alertmanagerConfig(environment, services),
  ).filter(({ alert }) => alert.promised.kind !== "heartbeat");
  const seen = new Set<string>();
  return results.filter(({ alert, arrival }) => {
    // What reaches nobody is tried in every way in which it does.
    const key = `${arrival.receiver} ${arrival.receiver === "null" ? arrival.steps.join() : ""} ${alert.promised.kind}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};
