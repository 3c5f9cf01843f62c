import { clusterAddress } from "../cluster-address";
import type { EnvironmentConfig } from "../environment";
import type { Problem } from "../problem";

const BITS_OF_IPV4 = 32;
/** The widest private network is 10.0.0.0/8. */
const SHORTEST_PREFIX = 8;

/** Checks the address ranges that network policies need, and dependencies that they would block. */
export const checkNetwork = (
  path: string,
  environment: EnvironmentConfig,
): readonly Problem[] => [
  ...checkRanges(path, environment),
  ...checkApiServer(path, environment),
  ...checkInside(path, environment),
];

function checkRanges(
  path: string,
  { network }: EnvironmentConfig,
): readonly Problem[] {
  const ranges = {
    "apiServer.addresses": network.apiServer.addresses,
    nodes: network.nodes,
    pods: network.pods,
    services: network.services,
    privateServices: network.privateServices,
  };
  return Object.entries(ranges).flatMap(([field, values]) => [
    ...values
      .filter((range) => !isRange(range))
      .map((range) => ({
        path: `${path} network.${field}`,
        message: "is not a range of IPv4 addresses",
        got: range,
        allowed: "the first address of a range and its length: 10.0.0.0/20",
        next: "correct it",
      })),
    ...values
      .filter((range) => isRange(range) && lengthOf(range) < SHORTEST_PREFIX)
      .map((range) => ({
        path: `${path} network.${field}`,
        message:
          "is too wide: network policies would let nearly everything through",
        got: range,
        allowed: `a prefix of ${String(SHORTEST_PREFIX)} bits or more`,
        next: "name the ranges of this cluster",
      })),
    ...(values.length === 0 && field !== "privateServices"
      ? [
          {
            path: `${path} network.${field}`,
            message: "names no range, so network policies would block it",
            next: "name the ranges of this cluster",
          },
        ]
      : []),
  ]);
}

const lengthOf = (range: string): number => Number(range.split("/")[1]);

/** Whether the host bits of a range are zero, as the API server requires. */
function isRange(range: string): boolean {
  const match = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\/(\d+)$/.exec(range);
  if (match === null) return false;
  const [a = 0, b = 0, c = 0, d = 0, length = 0] = match.slice(1).map(Number);
  if ([a, b, c, d].some((part) => part > 255)) return false;
  if (length > BITS_OF_IPV4) return false;
  const address = ((a * 256 + b) * 256 + c) * 256 + d;
  return address % 2 ** (BITS_OF_IPV4 - length) === 0;
}

function checkApiServer(
  path: string,
  { network }: EnvironmentConfig,
): readonly Problem[] {
  const { port } = network.apiServer;
  return Number.isInteger(port) && port > 0 && port < 65536
    ? []
    : [
        {
          path: `${path} network.apiServer.port`,
          message: "is not a port",
          got: String(port),
          allowed: "1 to 65535, mostly 443 or 6443",
          next: "see kubectl get endpoints kubernetes",
        },
      ];
}

/** External dependencies of the platform must not be in its own namespace. */
const checkInside = (
  path: string,
  { grafana, metrics, traces, systemUrls, namespace }: EnvironmentConfig,
): readonly Problem[] => {
  const addresses: Readonly<Record<string, string | undefined>> = {
    "grafana.state.host":
      grafana.state.kind === "postgres" ? grafana.state.host : undefined,
    "grafana.elasticsearch.url": grafana.elasticsearch?.url,
    ...Object.fromEntries(
      Object.entries(systemUrls ?? {}).flatMap(([system, urls]) =>
        Object.entries(urls).map(([name, url]) => [
          `systemUrls.${system}.${name}`,
          url,
        ]),
      ),
    ),
    "metrics.writeUrl": metrics.kind === "mimir" ? metrics.writeUrl : undefined,
    "metrics.queryUrl":
      metrics.kind === "prometheus" ? undefined : metrics.queryUrl,
    "traces.kafka.address":
      traces.kind === "distributed-kafka" ? traces.kafka.address : undefined,
  };
  return Object.entries(addresses).flatMap(([key, address]) => {
    if (address === undefined || !URL.canParse(withScheme(address))) return [];
    const found = clusterAddress(address, namespace, 1);
    return found.kind === "service" && found.namespace === namespace
      ? [
          {
            path: `${path} ${key}`,
            message: `is in the namespace "${namespace}", whose network policies admit only the platform's own pods`,
            got: address,
            next: "run it in a namespace of its own, or outside the cluster",
          },
        ]
      : [];
  });
};

const withScheme = (address: string): string =>
  address.includes("://") ? address : `address://${address}`;
