import { production } from "../../../config/environments/production";
import { staging } from "../../../config/environments/staging";
import { networkPolicies } from "../../../kubernetes/network/network-policies";
import { ownerPolicies } from "../../../kubernetes/network/owner-policies";
import type { EnvironmentConfig } from "../../../model/environment";
import type { KubernetesObject } from "../../../model/kubernetes-object";
import { codeverify, cqvr, services } from "../../support/declared";
import { goodPlatform } from "../../support/services";
import { endsOf, pod } from "./ends";
import { isAllowed } from "./evaluate";
import type { End } from "./evaluate";

const policies: readonly KubernetesObject[] =
  ownerPolicies(codeverify, production)?.items ?? [];

const api = pod("codeverify", { app: "codeverify-api" });
const worker = pod("codeverify", { app: "codeverify-worker" });
const one = (name: string): End => {
  const [end] = endsOf(name);
  if (end === undefined) throw new Error(`nobody is ${name}`);
  return end;
};

it("are one for each target, in the namespace of the system", () => {
  expect(
    policies.map(({ metadata }) => `${metadata.namespace}/${metadata.name}`),
  ).toEqual([
    "codeverify/codeverify-monitoring",
    "codeverify/codeverify-worker-monitoring",
  ]);
  expect(ownerPolicies(goodPlatform, production)).toBeUndefined();
  expect(services).toContain(codeverify);
});

it.each([
  ["Prometheus at the port of the API", "prometheus", api, 8000, true],
  ["Prometheus at the port of the workers", "prometheus", worker, 9000, true],
  ["the probe of its health", "blackbox-exporter", api, 8000, true],
  ["Prometheus at another port", "prometheus", worker, 8000, false],
  ["Grafana", "grafana", api, 8000, false],
  ["an exporter", "codeverify-redis-exporter", worker, 9000, false],
  [
    "the black-box exporter, which asks no worker",
    "blackbox-exporter",
    worker,
    9000,
    false,
  ],
  ["the ingress controller", "ingress-controller", api, 8000, false],
  ["a pod of the system itself", "codeverify", worker, 9000, false],
] as const)("%s: let in %#", (_, from, to, port, allowed) => {
  expect(isAllowed(policies, one(from), to, port)).toBe(allowed);
});

it("select by the labels of the pods, where those of the Service differ", () => {
  const [target] = codeverify.targets;
  if (target === undefined) throw new Error("CodeVerify has targets");
  const labelled = ownerPolicies(
    { ...codeverify, targets: [{ ...target, podLabels: { role: "api" } }] },
    production,
  );
  expect(labelled?.items[0]?.spec["podSelector"]).toEqual({
    matchLabels: { role: "api" },
  });
});

it("leave every other pod of the namespace alone", () => {
  const other = pod("codeverify", { app: "redis" });
  expect(isAllowed(policies, one("grafana"), other, 6379)).toBe(true);
});

describe("a target on a host", () => {
  it("is no pod, so nothing is written for it", () => {
    expect(ownerPolicies(cqvr, staging)).toBeUndefined();
    expect(ownerPolicies(cqvr, production)?.items).toHaveLength(1);
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
