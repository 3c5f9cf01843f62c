import { assertNever } from "../../model/assert-never";
import type { EnvironmentConfig } from "../../model/environment";
import { managedLabels } from "../../model/kubernetes-object";
import type { KubernetesObject } from "../../model/kubernetes-object";
import type { Service } from "../../model/service";
import { HOST_NAMESPACE } from "../../helm/kube-prometheus-stack/exporters-values";
import type { PodSelector } from "../../helm/parts/component";
import type { Values } from "../../helm/parts/values";
import { allComponents } from "./components";
import type { Flow, Peer } from "./flow";
import { networkFlows } from "./flows";

/**
 * Policies of the platform's own namespaces: deny-all, then the flows of each component. Policies
 * do not apply to pods on the host network, like node-exporter.
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/
 */
export function networkPolicies(
  environment: EnvironmentConfig,
  services: readonly Service[],
): readonly KubernetesObject[] {
  const flows = networkFlows(environment, services);
  const [arriving, leaving] = [flowsBy("to", flows), flowsBy("from", flows)];
  return [
    ...[environment.namespace, HOST_NAMESPACE].map((namespace) =>
      policy("default-deny", namespace, {
        podSelector: {},
        policyTypes: ["Ingress", "Egress"],
      }),
    ),
    ...allComponents(environment, services).map(({ name, namespace, pods }) =>
      policy(name, namespace, {
        podSelector: selector(pods),
        policyTypes: ["Ingress", "Egress"],
        ingress: (arriving.get(name) ?? []).map(({ from, ports }) => ({
          from: peers(from),
          ports,
        })),
        egress: (leaving.get(name) ?? []).map(({ to, ports }) => ({
          to: peers(to),
          ports,
        })),
      }),
    ),
  ];
}

/**
 * Flows by the component at one of their ends: there are many components, and most have few flows.
 */
function flowsBy(
  end: "from" | "to",
  flows: readonly Flow[],
): ReadonlyMap<string, readonly Flow[]> {
  const found = new Map<string, Flow[]>();
  for (const flow of flows) {
    const peer = flow[end];
    if (peer.kind !== "component") continue;
    const own = found.get(peer.name);
    if (own === undefined) found.set(peer.name, [flow]);
    else own.push(flow);
  }
  return found;
}

/** A NetworkPolicy of the platform. */
const policy = (
  name: string,
  namespace: string,
  spec: Values,
): KubernetesObject => ({
  apiVersion: "networking.k8s.io/v1",
  kind: "NetworkPolicy",
  metadata: { name, namespace, labels: managedLabels("platform") },
  spec,
});

/** One end of a flow, as a rule names it. */
export function peers(peer: Peer): readonly Values[] {
  switch (peer.kind) {
    case "component":
    case "pods":
      return [
        {
          namespaceSelector: {
            matchLabels: { "kubernetes.io/metadata.name": peer.namespace },
          },
          ...(peer.pods === undefined
            ? {}
            : { podSelector: selector(peer.pods) }),
        },
      ];
    case "addresses":
      return peer.ranges.map((cidr) => ({
        ipBlock: {
          cidr,
          ...(peer.except === undefined ? {} : { except: peer.except }),
        },
      }));
    default:
      return assertNever(peer);
  }
}

const selector = ({ labels, except }: PodSelector): Values => ({
  matchLabels: labels,
  ...(except === undefined
    ? {}
    : {
        matchExpressions: [
          { key: except.label, operator: "NotIn", values: except.values },
        ],
      }),
});
