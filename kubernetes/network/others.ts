import { clusterAddress } from "../../model/cluster-address";
import type { EnvironmentConfig } from "../../model/environment";
import type { Service } from "../../model/service";
import type { Flow, Peer, Port } from "./flow";
import { tcp } from "./flow";

/** Addresses of a machine itself, among them its credentials. */
const LINK_LOCAL = "169.254.0.0/16";
/** NodeLocal DNSCache, where a cluster has it. */
const NODE_LOCAL_DNS = "169.254.20.10/32";

/** Everything that the platform talks to but does not run. */
export function others(environment: EnvironmentConfig) {
  const { network } = environment;
  return {
    dns: {
      kind: "pods",
      name: "cluster-dns",
      namespace: "kube-system",
      pods: { labels: { "k8s-app": "kube-dns" } },
      what: "resolves names",
    },
    dnsCache: {
      kind: "addresses",
      name: "node-local-dns",
      ranges: [NODE_LOCAL_DNS],
      what: "resolves names on the node itself, where a cluster has it",
    },
    apiServer: {
      kind: "addresses",
      name: "api-server",
      ranges: network.apiServer.addresses,
      what: "the Kubernetes API",
    },
    nodes: {
      kind: "addresses",
      name: "nodes",
      ranges: network.nodes,
      what: "the kubelet and node-exporter, which share the network of their node",
    },
    internet: {
      kind: "addresses",
      name: "internet",
      ranges: ["0.0.0.0/0"],
      // In-cluster destinations have entries of their own.
      except: [
        ...new Set([
          ...network.apiServer.addresses,
          ...network.nodes,
          ...network.pods,
          ...network.services,
          LINK_LOCAL,
        ]),
      ],
      what: "everything outside of the cluster",
    },
    privateServices: {
      kind: "addresses",
      name: "private-services",
      ranges: network.privateServices,
      what: "mail, identity provider or object storage in a private network",
    },
    ingressController: {
      kind: "pods",
      name: "ingress-controller",
      namespace: network.ingressNamespace,
      what: "where requests from outside come in",
    },
  } as const satisfies Readonly<Record<string, Peer>>;
}

/** The pods of a monitored system. */
export const systemPods = (service: Service): Peer => ({
  kind: "pods",
  name: service.key,
  namespace: service.namespace,
  what: `pods of ${service.displayName}`,
});

/** Everything outside of the cluster: the internet and private networks. */
export function outside(environment: EnvironmentConfig): readonly Peer[] {
  const { internet, privateServices } = others(environment);
  return privateServices.ranges.length === 0
    ? [internet]
    : [internet, privateServices];
}

/**
 * A flow to a URL or host: to a declared system, to another namespace of the cluster, or outside.
 */
export interface AddressedFlow extends Pick<Flow, "from" | "reason"> {
  /** Host with or without a port, or a URL. */
  readonly address: string;
  /** Where neither the address nor its scheme has one. */
  readonly port: number;
  /**
   * Port of the pods behind an in-cluster address, since policies apply to pods and not to
   * Services. @default that of the address
   */
  readonly podPort?: number;
}

/** The flow to the destination of an address. */
export function flowsTo(
  environment: EnvironmentConfig,
  services: readonly Service[],
  { from, address, port, podPort, reason }: AddressedFlow,
): readonly Flow[] {
  const { peers, ports } = destinations(environment, services, address, port);
  return peers.map((to) => ({
    from,
    to,
    ports: to.kind === "pods" && podPort !== undefined ? tcp(podPort) : ports,
    reason,
  }));
}

/** Destination and port of an address. */
function destinations(
  environment: EnvironmentConfig,
  services: readonly Service[],
  address: string,
  port: number,
): { readonly peers: readonly Peer[]; readonly ports: readonly Port[] } {
  const found = clusterAddress(address, environment.namespace, port);
  if (found.kind === "outside") {
    return { peers: outside(environment), ports: tcp(found.port) };
  }
  const service = services.find(
    ({ namespace }) => namespace === found.namespace,
  );
  return {
    peers: [
      service === undefined
        ? {
            kind: "pods",
            name: found.namespace,
            namespace: found.namespace,
            what: `pods of the namespace ${found.namespace}`,
          }
        : systemPods(service),
    ],
    ports: tcp(found.port),
  };
}
