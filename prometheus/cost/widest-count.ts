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

/** How many series there are at most with the labels of a set, some of which have any value. */
export function widestCount(set: LabelSet, bounds: LabelBounds): number {
  const open = Object.entries(set).flatMap(([label, value]) =>
    value === ANY_VALUE ? [label] : [],
  );
  const any = (labels: readonly string[]): boolean =>
    open.some((label) => labels.includes(label));
  // Labels of one target do not multiply: each pod has one app.
  const places = any(ONE_TARGET)
    ? bounds.targets
    : any(ONE_JOB)
      ? bounds.jobs
      : any(["probe"])
        ? bounds.probes
        : 1;
  return open.reduce(
    (product, label) => product * (bounds.values.get(label) ?? 1),
    places,
  );
}
