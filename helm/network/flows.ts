import type { EnvironmentConfig } from "../../model/environment";
import type { ServiceDeclaration } from "../../model/service";
import { allComponents } from "./components";
import { tcpAndUdp } from "./flow";
import type { Flow } from "./flow";
import {
  clusterFlows,
  notificationFlows,
  stateFlows,
} from "./flows/notification";
import { probeFlows, scrapeFlows } from "./flows/scrapes";
import { queryFlows, storeFlows, telemetryFlows } from "./flows/telemetry";
import { others } from "./others";

const DNS = tcpAndUdp(53);

/** Everything that may be said in an environment, and why. What is not here is refused. */
export function networkFlows(
  environment: EnvironmentConfig,
  services: readonly ServiceDeclaration[],
): readonly Flow[] {
  return [
    ...nameFlows(environment, services),
    ...clusterFlows(environment),
    ...scrapeFlows(environment, services),
    ...probeFlows(environment, services),
    ...telemetryFlows(environment, services),
    ...storeFlows(environment),
    ...queryFlows(environment),
    ...notificationFlows(environment),
    ...stateFlows(environment),
  ];
}

/** Everybody asks for names. */
function nameFlows(
  environment: EnvironmentConfig,
  services: readonly ServiceDeclaration[],
): readonly Flow[] {
  const { dns, dnsCache } = others(environment);
  return allComponents(environment, services).flatMap((from) =>
    [dns, dnsCache].map((to) => ({
      from,
      to,
      ports: DNS,
      reason: "resolves names",
    })),
  );
}
