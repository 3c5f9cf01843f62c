/**
 * A target that an environment scrapes at addresses, because there it runs on hosts and not in the
 * cluster.
 */
export interface OutsideTarget {
  readonly system: string;
  /** Name of the target, as its declaration has it: `shop`. */
  readonly target: string;
  /** Host and port of each, its own and never Prometheus's: `shop-exporter.example.com:9108`. */
  readonly addresses: readonly string[];
  readonly reason: string;
}

/** Whatever names the targets that run on hosts. */
interface Deployment {
  readonly outsideTargets: readonly OutsideTarget[];
}

/** Where a target is scraped outside of the cluster; `undefined` where it runs in it. */
export const outsideAddresses = (
  { outsideTargets }: Deployment,
  system: string,
  target: string,
): readonly string[] | undefined =>
  outsideTargets.find((one) => one.system === system && one.target === target)
    ?.addresses;

/** Those of a system's targets that run in the cluster. */
export const targetsInside = <Target extends { readonly name: string }>(
  deployment: Deployment,
  {
    key,
    targets,
  }: { readonly key: string; readonly targets: readonly Target[] },
): readonly Target[] =>
  targets.filter(
    ({ name }) => outsideAddresses(deployment, key, name) === undefined,
  );
