import type { Gauge, Histogram, MetricContract, Summary } from "../metric";
import type { Problem } from "../problem";
import type { Service } from "../service";
import { typicalSets } from "../typical/label-sets";
import type { Level, Observed } from "../typical/typical";
import { checkSets } from "./check-typical-sets";

/**
 * Checks by arithmetic what a contract says of a healthy system: label sets that the metric has,
 * each once; values and percentiles in order; a part within the whole.
 */
export const checkTypical = (service: Service): readonly Problem[] =>
  Object.entries(service.metrics).flatMap(([name, metric]) => {
    const path = `services/${service.key} metric "${name}" typical`;
    return metric.typical === undefined
      ? []
      : [
          ...checkSets(path, metric),
          ...(metric.type === "gauge"
            ? checkLevels(path, metric, service.metrics)
            : []),
          ...(metric.type === "histogram" || metric.type === "summary"
            ? checkObserved(path, metric, service.metrics)
            : []),
        ];
  });

function checkLevels(
  path: string,
  metric: Gauge,
  contract: MetricContract,
): readonly Problem[] {
  const levels = levelsOf(metric);
  const disorder = levels.find(
    ({ low, usual, high }) => !(low <= usual && usual <= high),
  );
  if (disorder !== undefined) {
    return [
      {
        path,
        message: "the usual value must lie between the lowest and the highest",
        got: `between(${[disorder.low, disorder.usual, disorder.high].join(", ")})`,
        next: "write between(low, usual, high)",
      },
    ];
  }
  if (metric.partOf === undefined) return [];
  const whole = Object.hasOwn(contract, metric.partOf)
    ? contract[metric.partOf]
    : undefined;
  if (whole?.type !== "gauge") {
    return [
      {
        path,
        message: `partOf must name a gauge of the contract, got "${metric.partOf}"`,
        next: "declare it, or correct the name",
      },
    ];
  }
  const most = Math.max(...levels.map(({ high }) => high));
  const least = Math.min(...levelsOf(whole).map(({ low }) => low));
  return most <= least
    ? []
    : [
        {
          path,
          message: `exceeds ${metric.partOf}, which it is a part of`,
          got: `${String(most)} of ${String(least)}`,
          next: "correct one of them",
        },
      ];
}

const levelsOf = ({ labels = {}, typical }: Gauge): readonly Level[] =>
  typical === undefined
    ? []
    : typicalSets(labels, typical).flatMap((set) =>
        set.typical.kind === "level" ? [set.typical] : [],
      );

function checkObserved(
  path: string,
  metric: Histogram | Summary,
  contract: MetricContract,
): readonly Problem[] {
  const { labels = {}, typical } = metric;
  if (typical === undefined) return [];
  const buckets = metric.type === "histogram" ? metric.buckets : [];
  const each = new Set(typicalSets(labels, typical).map((set) => set.typical));
  return [...each].flatMap((observed) => [
    ...checkPercentiles(path, observed, buckets),
    ...checkEvents(path, observed, contract),
  ]);
}

function checkPercentiles(
  path: string,
  { p50, p95, p99 }: Observed,
  buckets: readonly number[],
): readonly Problem[] {
  if (!(0 < p50 && p50 <= p95 && p95 <= p99)) {
    return [
      {
        path,
        message: "percentiles must be above 0 and ascend",
        got: `p50 ${String(p50)}, p95 ${String(p95)}, p99 ${String(p99)}`,
        next: "write them in the unit of the buckets, p50 ≤ p95 ≤ p99",
      },
    ];
  }
  const last = buckets.at(-1) ?? Infinity;
  return p95 <= last
    ? []
    : [
        {
          path,
          message:
            "the P95 lies above the highest bucket, so that no query sees it",
          got: `${String(p95)} above ${String(last)}`,
          next: "add buckets, or correct the percentile",
        },
      ];
}

function checkEvents(
  path: string,
  { rate }: Observed,
  contract: MetricContract,
): readonly Problem[] {
  if (rate.kind === "rate") return [];
  const counter = Object.hasOwn(contract, rate.counter)
    ? contract[rate.counter]
    : undefined;
  return counter?.type === "counter" && counter.typical !== undefined
    ? []
    : [
        {
          path,
          message: `observedOf must name a counter that says what is typical, got "${rate.counter}"`,
          next: "state how often it counts there",
        },
      ];
}
