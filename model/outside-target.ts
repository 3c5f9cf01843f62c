/** Addresses of a target that runs on hosts instead of in the cluster, in one environment. */
export interface OutsideTarget {
  readonly system: string;
  /** Name of the target, as its declaration has it: `shop`. */
  readonly target: string;
  /** Host and port of each, never Prometheus itself: `shop-exporter.example.com:9108`. */
  readonly addresses: readonly string[];
  readonly reason: string;
}

/** Anything that lists targets on hosts. */
interface Deployment {
  readonly outsideTargets: readonly OutsideTarget[];
}

/** The addresses of a target outside the cluster; `undefined` if it runs in the cluster. */
export const outsideAddresses = (
  { outsideTargets }: Deployment,
  system: string,
  target: string,
): readonly string[] | undefined =>
  outsideTargets.find((one) => one.system === system && one.target === target)
    ?.addresses;

/** The targets of a system that run in the cluster. */
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
