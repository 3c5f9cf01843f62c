import { production, staging } from "../../support/organisation/environments";
import { networkPolicies } from "../../../kubernetes/network/network-policies";
import { ownerPolicies } from "../../../kubernetes/network/owner-policies";
import type { EnvironmentConfig } from "../../../model/environment";
import type { KubernetesObject } from "../../../model/kubernetes-object";
import { market, depot, services } from "../../support/organisation/services";
import { goodPlatform } from "../../support/services";
import { endsOf, pod } from "./ends";
import { isAllowed } from "./evaluate";
import type { End } from "./evaluate";

const policies: readonly KubernetesObject[] =
  ownerPolicies(market, production)?.items ?? [];

const api = pod("market", { app: "market-api" });
const worker = pod("market", { app: "market-worker" });
const one = (name: string): End => {
  const [end] = endsOf(name);
  if (end === undefined) throw new Error(`nobody is ${name}`);
  return end;
};

it("are one for each target, in the namespace of the system", () => {
  expect(
    policies.map(({ metadata }) => `${metadata.namespace}/${metadata.name}`),
  ).toEqual(["market/market-monitoring", "market/market-worker-monitoring"]);
  expect(ownerPolicies(goodPlatform, production)).toBeUndefined();
  expect(services).toContain(market);
});

it.each([
  ["Prometheus at the port of the API", "prometheus", api, 8000, true],
  ["Prometheus at the port of the workers", "prometheus", worker, 9000, true],
  ["the probe of its health", "blackbox-exporter", api, 8000, true],
  ["Prometheus at another port", "prometheus", worker, 8000, false],
  ["Grafana", "grafana", api, 8000, false],
  ["an exporter", "market-redis-exporter", worker, 9000, false],
  [
    "the black-box exporter, which asks no worker",
    "blackbox-exporter",
    worker,
    9000,
    false,
  ],
  ["the ingress controller", "ingress-controller", api, 8000, false],
  ["a pod of the system itself", "market", worker, 9000, false],
] as const)("%s: let in %#", (_, from, to, port, allowed) => {
  expect(isAllowed(policies, one(from), to, port)).toBe(allowed);
});

it("select by the labels of the pods, where those of the Service differ", () => {
  const [target] = market.targets;
  if (target === undefined) throw new Error("Market has targets");
  const labelled = ownerPolicies(
    { ...market, targets: [{ ...target, podLabels: { role: "api" } }] },
    production,
  );
  expect(labelled?.items[0]?.spec["podSelector"]).toEqual({
    matchLabels: { role: "api" },
  });
});

it("leave every other pod of the namespace alone", () => {
  const other = pod("market", { app: "redis" });
  expect(isAllowed(policies, one("grafana"), other, 6379)).toBe(true);
});

describe("a target on a host", () => {
  it("is no pod, so nothing is written for it", () => {
    expect(ownerPolicies(depot, staging)).toBeUndefined();
    expect(ownerPolicies(depot, production)?.items).toHaveLength(1);
  });

  it("is scraped by Prometheus outside of the cluster, at its port, where the environment has it there", () => {
    const lets = (environment: EnvironmentConfig, port: number): boolean =>
      isAllowed(
        networkPolicies(environment, services),
        one("prometheus"),
        one("internet"),
        port,
      );
    expect(lets(staging, 9108)).toBe(true);
    expect(lets(staging, 9109)).toBe(false);
    expect(lets(production, 9108)).toBe(false);
  });
});
