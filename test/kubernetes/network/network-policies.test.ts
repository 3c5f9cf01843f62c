import { production } from "../../../config/environments/production";
import { staging } from "../../../config/environments/staging";
import { allComponents } from "../../../kubernetes/network/components";
import type { Flow, Peer } from "../../../kubernetes/network/flow";
import { networkFlows } from "../../../kubernetes/network/flows";
import { networkPolicies } from "../../../kubernetes/network/network-policies";
import type { EnvironmentConfig } from "../../../model/environment";
import type { KubernetesObject } from "../../../model/kubernetes-object";
import { ENVIRONMENTS } from "../../helm/chart-values";
import { services } from "../../support/declared";
import {
  endOf,
  ends,
  endsOf,
  kept,
  now,
  ON_THE_HOST,
  pods,
  WORKLOADS,
} from "./ends";
import { isAllowed, isInside, passes } from "./evaluate";
import type { End } from "./evaluate";

const policies = networkPolicies(production, services);

const describeFlow = ({ from, to, ports }: Flow): string =>
  `${from.name} → ${to.name} ${ports.map(({ port, protocol }) => `${String(port)}/${protocol}`).join(", ")}`;

/** Flows of which some connection is refused. */
const refusedFlows = (
  objects: readonly KubernetesObject[],
  flows: readonly Flow[],
): readonly string[] => [
  ...new Set(
    flows
      .filter(({ from, to, ports }) =>
        endsOf(from.name).some((source) =>
          endsOf(to.name).some((target) =>
            ports.some(
              ({ port, protocol }) =>
                !isAllowed(objects, source, target, port, protocol),
            ),
          ),
        ),
      )
      .map(describeFlow),
  ),
];

it("knows the pods as the charts make them; UPDATE_GOLDEN=1 writes them anew", () => {
  expect(kept).toBe(now);
});

describe("what is allowed", () => {
  const flows = networkFlows(production, services);

  it("is every flow, between pods with the labels that the charts give them", () => {
    expect(flows.length).toBeGreaterThan(100);
    expect(refusedFlows(policies, flows)).toEqual([]);
  });

  it.each(["prometheus", "alertmanager", "default-deny"])(
    "detects that the policy %s is missing",
    (name) => {
      const others = policies.filter(({ metadata }) => metadata.name !== name);
      const refused = refusedFlows(others, flows);
      if (name === "default-deny") expect(refused).toEqual([]);
      else expect(refused.join("\n")).toContain(`prometheus → alertmanager`);
    },
  );

  it("is at ports that somebody listens at", () => {
    const UNSAID: Readonly<Record<string, readonly number[]>> = {
      // The operator starts it with this port, which the chart's Service does not have.
      alertmanager: [9094],
    };
    const deaf = flows.flatMap(({ to, ports }) => {
      const own = WORKLOADS[to.name];
      if (to.kind !== "component" || own === undefined) return [];
      const listening = pods
        .filter(({ workload }) => own.includes(workload))
        .flatMap((found) => found.ports);
      return ports
        .map(({ port }) => port)
        .filter(
          (port) =>
            !listening.includes(port) &&
            !(UNSAID[to.name] ?? []).includes(port),
        )
        .map((port) => `${to.name} ${String(port)}`);
    });
    expect(deaf).toEqual([]);
  });
});

describe("each pod of the platform", () => {
  const selected = pods
    .filter(({ workload }) => workload !== ON_THE_HOST)
    .map(
      (facts) =>
        [
          facts.workload,
          policies
            .filter(({ metadata }) => metadata.name !== "default-deny")
            .filter((policy) => {
              // The policy alone decides for a pod if it refuses what it does not allow.
              const nobody: End = { kind: "address", address: "192.0.2.1" };
              return !passes(
                [policy],
                "Ingress",
                endOf(facts),
                nobody,
                1,
                "TCP",
              );
            })
            .map(({ metadata }) => metadata.name),
        ] as const,
    );

  it.each(selected)("%s has exactly one policy", (workload, names) => {
    const [own] = Object.entries(WORKLOADS).find(([, workloads]) =>
      workloads.includes(workload),
    ) ?? ["a component of the test"];
    expect(names).toEqual([own]);
  });

  it("is one that a component stands for, but those of a certificate's issuer", () => {
    expect(
      allComponents(production, services)
        .map(({ name }) => name)
        .filter((name) => name !== "certificate-solver")
        .sort(),
    ).toEqual(Object.keys(WORKLOADS).sort());
  });
});

describe.each(
  ENVIRONMENTS.map((environment) => [environment.name, environment] as const),
)("the policies of %s", (_, environment) => {
  const own = networkPolicies(environment, services);
  const flows = networkFlows(environment, services);

  it("are one for each component and two that refuse everything", () => {
    expect(
      own
        .map(({ metadata }) => `${metadata.namespace}/${metadata.name}`)
        .sort(),
    ).toEqual(
      [
        "monitoring/default-deny",
        "monitoring-nodes/default-deny",
        ...allComponents(environment, services).map(
          ({ namespace, name }) => `${namespace}/${name}`,
        ),
      ].sort(),
    );
  });

  it("are for pods that there are", () => {
    const run = pods
      .filter(({ installations }) =>
        installations.some((form) => form === environment.name),
      )
      .map(({ workload }) => workload);
    const idle = allComponents(environment, services)
      .map(({ name }) => name)
      .filter((name) => name !== "certificate-solver")
      .filter((name) => !WORKLOADS[name]?.some((one) => run.includes(one)));
    expect(idle).toEqual([]);
  });

  it("have as many rules as there are flows at their ends", () => {
    const rules = own
      .flatMap(({ spec }) => [spec["ingress"], spec["egress"]])
      .flatMap((list) => (Array.isArray(list) ? (list as unknown[]) : []));
    const isOurs = ({ kind }: Peer): boolean => kind === "component";
    expect(rules).toHaveLength(
      flows.filter(({ from }) => isOurs(from)).length +
        flows.filter(({ to }) => isOurs(to)).length,
    );
  });

  it("never allow everyone or every port", () => {
    const rules = own.flatMap(({ metadata, spec }) =>
      (["ingress", "egress"] as const).flatMap((direction) =>
        ((spec[direction] ?? []) as readonly Record<string, unknown[]>[]).map(
          (rule) => ({
            policy: metadata.name,
            peers: (rule["from"] ?? rule["to"] ?? []).length,
            ports: (rule["ports"] ?? []).length,
          }),
        ),
      ),
    );
    expect(rules.length).toBeGreaterThan(0);
    expect(
      rules.filter(({ peers, ports }) => peers === 0 || ports === 0),
    ).toEqual([]);
  });

  it("say of every flow why, and name both ends as one thing", () => {
    expect(flows.filter(({ reason }) => reason.trim() === "")).toEqual([]);
    const meanings = new Map<string, Set<string>>();
    for (const peer of flows.flatMap(({ from, to }) => [from, to])) {
      const known = meanings.get(peer.name) ?? new Set();
      meanings.set(peer.name, known.add(JSON.stringify(peer)));
    }
    expect(
      [...meanings].filter(([, own]) => own.size > 1).map(([name]) => name),
    ).toEqual([]);
  });
});

describe("staging, which has one replica of everything and no bucket", () => {
  const flows = networkFlows(staging, services).map(describeFlow);

  it.each(["backup-", "report-", "databases", "9094"])(
    "has no flow of %s",
    (part) => {
      expect(flows.filter((flow) => flow.includes(part))).toEqual([]);
    },
  );
});

it("allows private networks that an environment names", () => {
  const environment: EnvironmentConfig = {
    ...production,
    network: { ...production.network, privateServices: ["10.9.0.0/16"] },
  };
  const mail: End = { kind: "address", address: "10.9.1.2" };
  const [alertmanager] = ends("alertmanager");
  if (alertmanager === undefined) throw new Error("no Alertmanager");
  const changed = networkPolicies(environment, services);
  expect(isAllowed(changed, alertmanager, mail, 587)).toBe(true);
  expect(isAllowed(changed, alertmanager, mail, 25)).toBe(false);
});

it.each([
  ["10.0.0.0/20", "10.0.15.255", true],
  ["10.0.0.0/20", "10.0.16.0", false],
  ["0.0.0.0/0", "203.0.113.7", true],
  ["192.0.2.1/32", "192.0.2.1", true],
  ["192.0.2.1/32", "192.0.2.2", false],
])("reads the range %s for %s", (range, address, inside) => {
  expect(isInside(range, address)).toBe(inside);
});
