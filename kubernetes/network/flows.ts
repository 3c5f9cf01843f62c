import type { EnvironmentConfig } from "../../model/environment";
import { remembered } from "../../model/remembered";
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

/** The same, and what components would say that the environment does without. */
function possibleFlows(
  environment: EnvironmentConfig,
  services: readonly Service[],
): readonly FlowGroup[] {
  const { cluster, stores, alerts, reports } = platformFlows(environment);
  return [
    { title: "The cluster and the outside", flows: cluster },
    {
      title: "Metrics",
      flows: [
        ...scrapeFlows(environment, services),
        ...probeFlows(environment, services),
      ],
    },
    {
      title: "Logs and traces",
      flows: [...telemetryFlows(environment, services), ...stores],
    },
    { title: "Alerts and state", flows: alerts },
    { title: "Reports", flows: reports },
  ];
}

/** What no system changes: every system's own policies are made from the same. */
const platformFlows = remembered((environment: EnvironmentConfig) => ({
  cluster: clusterFlows(environment),
  stores: [...storeFlows(environment), ...queryFlows(environment)],
  alerts: [...notificationFlows(environment), ...stateFlows(environment)],
  reports: reportFlows(environment),
}));

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
