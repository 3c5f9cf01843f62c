import type { KubernetesObject } from "../../../model/kubernetes-object";

/**
 * What NetworkPolicies mean, read from their specification and not from what wrote them: a pod that
 * any policy selects in a direction may talk only as some policy of that direction allows; one that
 * none selects may talk to everyone.
 * @see https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/
 */

/** An end of a connection. */
export type End =
  | {
      readonly kind: "pod";
      readonly namespace: string;
      readonly labels: Readonly<Record<string, string>>;
      readonly address: string;
    }
  | { readonly kind: "address"; readonly address: string };

interface LabelSelector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly {
    readonly key: string;
    readonly operator: string;
    readonly values?: readonly string[];
  }[];
}

interface PolicyPeer {
  readonly namespaceSelector?: LabelSelector;
  readonly podSelector?: LabelSelector;
  readonly ipBlock?: {
    readonly cidr: string;
    readonly except?: readonly string[];
  };
}

interface Rule {
  readonly from?: readonly PolicyPeer[];
  readonly to?: readonly PolicyPeer[];
  readonly ports?: readonly {
    readonly port?: number;
    readonly protocol?: string;
  }[];
}

interface PolicySpec {
  readonly podSelector: LabelSelector;
  readonly policyTypes: readonly string[];
  readonly ingress?: readonly Rule[];
  readonly egress?: readonly Rule[];
}

/** Whether a connection is let out at its beginning and let in at its end. */
export const isAllowed = (
  policies: readonly KubernetesObject[],
  from: End,
  to: End,
  port: number,
  protocol = "TCP",
): boolean =>
  passes(policies, "Egress", from, to, port, protocol) &&
  passes(policies, "Ingress", to, from, port, protocol);

/** Whether an end may, in one direction, talk to another. */
export function passes(
  policies: readonly KubernetesObject[],
  direction: "Ingress" | "Egress",
  own: End,
  other: End,
  port: number,
  protocol: string,
): boolean {
  // An end that has only an address is not a pod.
  if (own.kind === "address") return true;
  const selecting = policies
    .filter(({ metadata }) => metadata.namespace === own.namespace)
    .map(({ metadata, spec }) => ({
      namespace: metadata.namespace,
      spec: spec as unknown as PolicySpec,
    }))
    .filter(
      ({ spec }) =>
        spec.policyTypes.includes(direction) &&
        selects(spec.podSelector, own.labels),
    );
  if (selecting.length === 0) return true;
  return selecting.some(({ namespace, spec }) =>
    ((direction === "Ingress" ? spec.ingress : spec.egress) ?? []).some(
      (rule) => {
        const peers = direction === "Ingress" ? rule.from : rule.to;
        return (
          (peers === undefined ||
            peers.length === 0 ||
            peers.some((peer) => isPeer(peer, other, namespace))) &&
          (rule.ports === undefined ||
            rule.ports.length === 0 ||
            rule.ports.some(
              (allowed) =>
                (allowed.port === undefined || allowed.port === port) &&
                (allowed.protocol ?? "TCP") === protocol,
            ))
        );
      },
    ),
  );
}

function isPeer(peer: PolicyPeer, end: End, ownNamespace: string): boolean {
  if (peer.ipBlock !== undefined) {
    // Some networks apply ranges to pods as well: the wider reading, so that what is refused here
    // is refused everywhere.
    return (
      isInside(peer.ipBlock.cidr, end.address) &&
      !(peer.ipBlock.except ?? []).some((range) => isInside(range, end.address))
    );
  }
  if (end.kind === "address") return false;
  const inNamespace =
    peer.namespaceSelector === undefined
      ? end.namespace === ownNamespace
      : selects(peer.namespaceSelector, {
          "kubernetes.io/metadata.name": end.namespace,
        });
  return (
    inNamespace &&
    (peer.podSelector === undefined || selects(peer.podSelector, end.labels))
  );
}

function selects(
  { matchLabels = {}, matchExpressions = [] }: LabelSelector,
  labels: Readonly<Record<string, string>>,
): boolean {
  return (
    Object.entries(matchLabels).every(
      ([key, value]) => labels[key] === value,
    ) &&
    matchExpressions.every(({ key, operator, values = [] }) => {
      const value = labels[key];
      switch (operator) {
        case "In":
          return value !== undefined && values.includes(value);
        case "NotIn":
          return value === undefined || !values.includes(value);
        case "Exists":
          return value !== undefined;
        case "DoesNotExist":
          return value === undefined;
        default:
          throw new Error(`no operator of a label selector: ${operator}`);
      }
    })
  );
}

/** Whether an IPv4 address lies in a range. */
export function isInside(range: string, address: string): boolean {
  const [base = "", length = "32"] = range.split("/");
  const shift = 2 ** (32 - Number(length));
  return (
    Math.floor(numberOf(base) / shift) === Math.floor(numberOf(address) / shift)
  );
}

const numberOf = (address: string): number =>
  address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
