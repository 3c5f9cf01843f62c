/**
 * The network address of a dependency, as seen from the platform's namespace, for network policies.
 */
export type ClusterAddress =
  | {
      /** Behind a Service of this cluster. */
      readonly kind: "service";
      readonly namespace: string;
      readonly port: number;
    }
  | { readonly kind: "outside"; readonly port: number };

const PORTS: Readonly<Record<string, number>> = {
  "http:": 80,
  "https:": 443,
  "redis:": 6379,
  "rediss:": 6379,
};

/**
 * Parses `postgres.shop.svc:5432`, `redis://redis.shop.svc:6379` or `https://shop.example.com`. A
 * name without a dot is a Service in the caller's namespace.
 *
 * @param own namespace of the caller
 * @param fallback port, where neither the address nor its scheme gives one
 */
export function clusterAddress(
  address: string,
  own: string,
  fallback: number,
): ClusterAddress {
  const url = new URL(
    address.includes("://") ? address : `address://${address}`,
  );
  const port =
    url.port === "" ? (PORTS[url.protocol] ?? fallback) : Number(url.port);
  const [, namespace = own, service] = url.hostname.split(".");
  return service === "svc" || !url.hostname.includes(".")
    ? { kind: "service", namespace, port }
    : { kind: "outside", port };
}
