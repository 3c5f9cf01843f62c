import { mostValues } from "../../model/label-values";
import type { Service } from "../../model/service";
import type { LabelSet } from "../../model/typical/label-sets";
import { ANY_VALUE } from "./known-series";

/** How many values a label takes at most, by the contracts of some systems. */
export interface LabelBounds {
  readonly values: ReadonlyMap<string, number>;
  /** Endpoints that are scraped or probed. */
  readonly targets: number;
  /** Kinds of them, each with a job of its own. */
  readonly jobs: number;
  readonly probes: number;
}

/** The bounds of systems, as they are deployed. */
export function labelBounds(services: readonly Service[]): LabelBounds {
  const values = new Map<string, number>();
  const atLeast = (label: string, count: number): void => {
    values.set(label, Math.max(values.get(label) ?? 0, count));
  };
  for (const metric of services.flatMap(({ metrics }) =>
    Object.values(metrics),
  )) {
    for (const [label, known] of Object.entries(metric.labels ?? {})) {
      atLeast(label, mostValues(known));
    }
    if (metric.type === "histogram") atLeast("le", metric.buckets.length + 1);
    if (metric.type === "summary") atLeast("quantile", metric.quantiles.length);
  }
  const sum = (count: (service: Service) => number): number =>
    services.reduce((total, service) => total + count(service), 0);
  const probes = sum((service) => service.probes.length);
  const exporters = sum((service) => service.exporters.length);
  return {
    values,
    targets:
      probes +
      exporters +
      sum(({ targets }) =>
        targets.reduce(
          (pods, { expectedTargets }) => pods + expectedTargets,
          0,
        ),
      ),
    jobs: probes + exporters + sum(({ targets }) => targets.length),
    probes,
  };
}

const ONE_TARGET = ["pod", "instance", "container"];
const ONE_JOB = ["app", "job"];

/**
 * How many series a rule results in at most, by the labels of those that it results in while all
 * is healthy.
 *
 * @param sets what it results in; none of them is no answer
 * @param fixed labels that the rule sets
 */
export function widestResult(
  sets: readonly LabelSet[],
  fixed: LabelSet,
  bounds: LabelBounds,
): number {
  const valuesOf = new Map<string, Set<string>>();
  for (const [label, value] of sets.flatMap((set) => Object.entries(set))) {
    if (label === "system" || Object.hasOwn(fixed, label)) continue;
    const known = valuesOf.get(label) ?? new Set();
    valuesOf.set(label, known);
    known.add(value);
  }
  const open = [...valuesOf.keys()];
  const shown = open
    .filter((label) => boundOf(label, bounds) === undefined)
    .reduce((product, label) => product * (valuesOf.get(label)?.size ?? 1), 1);
  return Math.max(sets.length, productOf(open, bounds) * shown);
}

/** How many series there are at most with the labels of a set, some of which have any value. */
export const widestCount = (set: LabelSet, bounds: LabelBounds): number =>
  productOf(
    Object.entries(set).flatMap(([label, value]) =>
      value === ANY_VALUE ? [label] : [],
    ),
    bounds,
  );

/** How many values a label has, or targets that differ in it; `undefined` where nothing says so. */
function boundOf(label: string, bounds: LabelBounds): number | undefined {
  if (ONE_TARGET.includes(label)) return bounds.targets;
  if (ONE_JOB.includes(label)) return bounds.jobs;
  return label === "probe" ? bounds.probes : bounds.values.get(label);
}

/** Labels of one target do not multiply: each pod has one app. */
function productOf(open: readonly string[], bounds: LabelBounds): number {
  const ofTargets = open.filter((label) => !bounds.values.has(label));
  const places = Math.max(
    1,
    ...ofTargets.map((label) => boundOf(label, bounds) ?? 1),
  );
  return open.reduce(
    (product, label) => product * (bounds.values.get(label) ?? 1),
    places,
  );
}
