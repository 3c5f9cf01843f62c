import type { EnvironmentConfig } from "../../model/environment";
import type { KubernetesObject } from "../../model/kubernetes-object";
import { targetsInside } from "../../model/outside-target";
import type { Service } from "../../model/service";
import type { Target } from "../../model/target";
import type { Values } from "../../helm/parts/values";
import type { Flow } from "./flow";
import { networkFlows } from "./flows";
import { peers } from "./network-policies";

/** Objects that the owner of a namespace may apply, as `kubectl apply -f` takes them. */
export interface OwnerPolicies {
  readonly apiVersion: "v1";
  readonly kind: "List";
  readonly items: readonly KubernetesObject[];
}

/**
 * Policies that admit the platform, and nobody else of the cluster, to the ports at which a system
 * is scraped and probed. The owner of the namespace applies them: a policy denies every client that
 * no policy names, and only the owner knows the others. `undefined` where the platform reads
 * nothing of the system.
 */
export function ownerPolicies(
  service: Service,
  environment: EnvironmentConfig,
): OwnerPolicies | undefined {
  const targets = targetsInside(environment, service);
  if (targets.length === 0) return undefined;
  const flows = networkFlows(environment, [service]).filter(
    ({ from, to }) => from.kind === "component" && to.name === service.key,
  );
  return {
    apiVersion: "v1",
    kind: "List",
    items: targets.map((target) => targetPolicy(service, target, flows)),
  };
}

const targetPolicy = (
  service: Service,
  target: Target,
  flows: readonly Flow[],
): KubernetesObject => ({
  apiVersion: "networking.k8s.io/v1",
  kind: "NetworkPolicy",
  metadata: {
    name: `${target.name}-monitoring`,
    namespace: service.namespace,
    labels: { "app.kubernetes.io/part-of": service.key },
    annotations: {
      "monitoring-stack/before-you-apply":
        "name every other caller of these pods in a policy of yours: with this one alone only the platform can connect to them",
    },
  },
  spec: {
    podSelector: { matchLabels: target.podLabels ?? target.matchLabels },
    policyTypes: ["Ingress"],
    ingress: flows.flatMap(({ from, ports }): readonly Values[] => {
      const own = ports.filter(({ port }) => port === target.containerPort);
      return own.length === 0 ? [] : [{ from: peers(from), ports: own }];
    }),
  },
});
