import { allComponents } from "../../../kubernetes/network/components";
import type { Flow, Peer } from "../../../kubernetes/network/flow";
import { networkFlows } from "../../../kubernetes/network/flows";
import { networkPolicies } from "../../../kubernetes/network/network-policies";
import type { EnvironmentConfig } from "../../../model/environment";
import type { KubernetesObject } from "../../../model/kubernetes-object";
import type { Service } from "../../../model/service";
import { isAllowed, passes } from "./evaluate";
import type { End } from "./evaluate";
import { endOf, ON_THE_HOST } from "./network-ends";
import type { NetworkEnds } from "./network-ends";

/** A flow as a message names it. */
export const describeFlow = ({ from, to, ports }: Flow): string =>
  `${from.name} → ${to.name} ${ports.map(({ port, protocol }) => `${String(port)}/${protocol}`).join(", ")}`;

/** Flows of which some connection is refused. */
export const refusedFlows = (
  policies: readonly KubernetesObject[],
  flows: readonly Flow[],
  { endsOf }: NetworkEnds,
): readonly string[] => [
  ...new Set(
    flows
      .filter(({ from, to, ports }) =>
        endsOf(from.name).some((source) =>
          endsOf(to.name).some((target) =>
            ports.some(
              ({ port, protocol }) =>
                !isAllowed(policies, source, target, port, protocol),
            ),
          ),
        ),
      )
      .map(describeFlow),
  ),
];

/** Ports that no chart declares. */
const UNDECLARED: Readonly<Record<string, readonly number[]>> = {
  // The operator starts it with this port, which the chart's Service does not have.
  alertmanager: [9094],
};

/** Ports of flows at which no pod of the component listens. */
const deafPorts = (
  flows: readonly Flow[],
  { pods, workloads }: NetworkEnds,
): readonly string[] =>
  flows.flatMap(({ to, ports }) => {
    const own = workloads[to.name];
    if (to.kind !== "component" || own === undefined) return [];
    const listening = [
      ...(UNDECLARED[to.name] ?? []),
      ...pods
        .filter(({ workload }) => own.includes(workload))
        .flatMap((found) => found.ports),
    ];
    return ports
      .filter(({ port }) => !listening.includes(port))
      .map(({ port }) => `${to.name} does not listen at ${String(port)}`);
  });

/** Pods that not exactly one policy selects, that of their component. */
const policyFaultsOfPods = (
  policies: readonly KubernetesObject[],
  { pods, workloads }: NetworkEnds,
): readonly string[] => {
  // The policy alone decides for a pod if it refuses what it does not allow.
  const nobody: End = { kind: "address", address: "192.0.2.1" };
  return pods
    .filter(({ workload }) => workload !== ON_THE_HOST)
    .flatMap((pod) => {
      const [wanted = "no component"] =
        Object.entries(workloads).find(([, own]) =>
          own.includes(pod.workload),
        ) ?? [];
      const found = policies
        .filter(({ metadata }) => metadata.name !== "default-deny")
        .filter(
          (policy) =>
            !passes([policy], "Ingress", endOf(pod), nobody, 1, "TCP"),
        )
        .map(({ metadata }) => metadata.name);
      return found.length === 1 && found[0] === wanted
        ? []
        : [`${pod.workload} has ${found.join(", ")}, not ${wanted}`];
    });
};

/** Names of the components that pods stand for, which those of a certificate's issuer do not. */
const namesOf = (
  environment: EnvironmentConfig,
  services: readonly Service[],
): readonly string[] =>
  allComponents(environment, services)
    .map(({ name }) => name)
    .filter((name) => name !== "certificate-solver");

/**
 * What is wrong with the network of an organisation: a flow of production that a policy refuses, a
 * port at which nobody listens, a pod without a policy of its own, a component without a pod.
 */
export const networkFaults = (
  production: EnvironmentConfig,
  services: readonly Service[],
  network: NetworkEnds,
): readonly string[] => {
  const policies = networkPolicies(production, services);
  const flows = networkFlows(production, services);
  const names = namesOf(production, services);
  const known = Object.keys(network.workloads);
  return [
    ...refusedFlows(policies, flows, network).map((flow) => `refused: ${flow}`),
    ...deafPorts(flows, network),
    ...policyFaultsOfPods(policies, network),
    ...names
      .filter((name) => !known.includes(name))
      .map((name) => `no pod is known of ${name}`),
    ...known
      .filter((name) => !names.includes(name))
      .map((name) => `${name} is no component`),
  ];
};

const placeOf = ({ namespace, name }: { namespace: string; name: string }) =>
  `${namespace}/${name}`;

/** Whether two ends of one name differ in what they are. */
const ambiguousPeers = (flows: readonly Flow[]): readonly string[] => {
  const meanings = new Map<string, Set<string>>();
  for (const peer of flows.flatMap(({ from, to }) => [from, to])) {
    const known = meanings.get(peer.name) ?? new Set();
    meanings.set(peer.name, known.add(JSON.stringify(peer)));
  }
  return [...meanings]
    .filter(([, own]) => own.size > 1)
    .map(([name]) => `${name} is several things`);
};

/** Rules of policies that allow everyone, or every port. */
const openRules = (policies: readonly KubernetesObject[]): readonly string[] =>
  policies.flatMap(({ metadata, spec }) =>
    (["ingress", "egress"] as const).flatMap((direction) =>
      ((spec[direction] ?? []) as readonly Record<string, unknown[]>[])
        .filter(
          (rule) =>
            (rule["from"] ?? rule["to"] ?? []).length === 0 ||
            (rule["ports"] ?? []).length === 0,
        )
        .map(() => `${metadata.name} is open in ${direction}`),
    ),
  );

/** What is wrong with the policies of an environment, whatever form its stores have. */
export function policyFaults(
  environment: EnvironmentConfig,
  services: readonly Service[],
  { pods, workloads }: NetworkEnds,
): readonly string[] {
  const policies = networkPolicies(environment, services);
  const flows = networkFlows(environment, services);
  const found = policies.map(({ metadata }) => placeOf(metadata));
  const wanted = [
    "monitoring/default-deny",
    "monitoring-nodes/default-deny",
    ...allComponents(environment, services).map(placeOf),
  ];
  const running = pods
    .filter(({ installations }) =>
      installations.some((form) => form === environment.name),
    )
    .map(({ workload }) => workload);
  const rules = policies
    .flatMap(({ spec }) => [spec["ingress"], spec["egress"]])
    .flatMap((list) => (Array.isArray(list) ? (list as unknown[]) : []));
  const isOurs = ({ kind }: Peer): boolean => kind === "component";
  const ends = flows
    .flatMap(({ from, to }) => [from, to])
    .filter(isOurs).length;
  return [
    ...wanted
      .filter((name) => !found.includes(name))
      .map((name) => `no policy ${name}`),
    ...found
      .filter(
        (name, index) => !wanted.includes(name) || found.indexOf(name) < index,
      )
      .map((name) => `policy ${name} is for nothing`),
    ...namesOf(environment, services)
      .filter((name) => !workloads[name]?.some((one) => running.includes(one)))
      .map((name) => `no pod of ${name} runs`),
    ...(rules.length === ends
      ? []
      : [`${String(rules.length)} rules for ${String(ends)} ends of flows`]),
    ...openRules(policies),
    ...flows
      .filter(({ reason }) => reason.trim() === "")
      .map((flow) => `${describeFlow(flow)} has no reason`),
    ...ambiguousPeers(flows),
  ];
}
