import type { EnvironmentConfig } from "../../model/environment";
import type { Service } from "../../model/service";
import { allComponents } from "./components";
import { tcpAndUdp } from "./flow";
import type { Flow, Peer } from "./flow";
import {
  clusterFlows,
  notificationFlows,
  stateFlows,
} from "./flows/notification";
import { reportFlows } from "./flows/reports";
import { probeFlows, scrapeFlows } from "./flows/scrapes";
import { queryFlows, storeFlows, telemetryFlows } from "./flows/telemetry";
import { others } from "./others";

const DNS = tcpAndUdp(53);

/** Flows that belong together, for readers. */
export interface FlowGroup {
  readonly title: string;
  readonly flows: readonly Flow[];
}

const isRun = (peer: Peer): boolean => peer.kind !== "component" || peer.isRun;

/** Every allowed flow of an environment except DNS, with its reason. */
export const flowGroups = (
  environment: EnvironmentConfig,
  services: readonly Service[],
): readonly FlowGroup[] =>
  possibleFlows(environment, services).map(({ title, flows }) => ({
    title,
    flows: flows.filter(({ from, to }) => isRun(from) && isRun(to)),
  }));

/** The same, including flows of components that the environment does not run. */
const possibleFlows = (
  environment: EnvironmentConfig,
  services: readonly Service[],
): readonly FlowGroup[] => [
  { title: "The cluster and the outside", flows: clusterFlows(environment) },
  {
    title: "Metrics",
    flows: [
      ...scrapeFlows(environment, services),
      ...probeFlows(environment, services),
    ],
  },
  {
    title: "Logs and traces",
    flows: [
      ...telemetryFlows(environment, services),
      ...storeFlows(environment),
      ...queryFlows(environment),
    ],
  },
  {
    title: "Alerts and state",
    flows: [...notificationFlows(environment), ...stateFlows(environment)],
  },
  { title: "Reports", flows: reportFlows(environment) },
];

/** Every allowed flow of an environment. Everything else is denied. */
export const networkFlows = (
  environment: EnvironmentConfig,
  services: readonly Service[],
): readonly Flow[] => [
  ...nameFlows(environment, services),
  ...flowGroups(environment, services).flatMap(({ flows }) => flows),
];

/** Every component needs DNS. */
function nameFlows(
  environment: EnvironmentConfig,
  services: readonly Service[],
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
