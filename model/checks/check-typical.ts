import type { Gauge, Histogram, MetricContract, Summary } from "../metric";
import type { Problem } from "../problem";
import type { Service } from "../service";
import { partOfWhole } from "../typical/gauges";
import { inBraces, isSame, typicalSets } from "../typical/label-sets";
import type { LabelSet } from "../typical/label-sets";
import type { GaugeValue, Level, Observed } from "../typical/typical";
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
  if (metric.typical?.kind === "left-by") {
    return checkLeftBy(path, metric.typical.part, metric, contract);
  }
  const levels = levelsOf(metric);
  const disorder = levels.find(
    ({ level: { low, usual, high } }) => !(low <= usual && usual <= high),
  );
  if (disorder !== undefined) {
    const { low, usual, high } = disorder.level;
    return [
      {
        path,
        message: "the usual value must lie between the lowest and the highest",
        got: `between(${[low, usual, high].join(", ")})`,
        next: "write between(low, usual, high)",
      },
    ];
  }
  const young = valuesOf(metric)
    .flatMap(({ value }) => (value.kind === "age" ? [value] : []))
    .find(({ least, most }) => least.seconds >= most.seconds);
  if (young !== undefined) {
    return [
      {
        path,
        message: "an age must grow",
        got: `ageBetween(${young.least.toString()}, ${young.most.toString()})`,
        next: "write ageBetween(least, most)",
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
  const wholes = levelsOf(whole);
  const exceeding = levels.flatMap(({ labels, level }) => {
    const same = wholes.find((each) => isSame(each.labels, labels));
    return same !== undefined && level.high > same.level.low
      ? [{ labels, most: level.high, of: same.level.low }]
      : [];
  });
  return exceeding.slice(0, 1).map(({ labels, most, of }) => ({
    path,
    message: `exceeds ${metric.partOf ?? ""}, which it is a part of`,
    got: `${String(most)} of ${String(of)}${Object.keys(labels).length === 0 ? "" : ` with ${inBraces(labels)}`}`,
    next: "correct one of them",
  }));
}

function checkLeftBy(
  path: string,
  part: string,
  { labels = {} }: Gauge,
  contract: MetricContract,
): readonly Problem[] {
  const found = partOfWhole(part, contract);
  if (found === undefined) {
    return [
      {
        path,
        message: `leftBy must name a gauge of the contract whose partOf names another, got "${part}"`,
        next: "state the part and the whole with between() or always()",
      },
    ];
  }
  const own = Object.keys(labels).sort().join(", ");
  const others = Object.keys(found.gauge.labels ?? {})
    .sort()
    .join(", ");
  return own === others
    ? []
    : [
        {
          path,
          message: `has other labels than ${part}`,
          got: own || "no label",
          allowed: others || "no label",
          next: "give both the same labels",
        },
      ];
}

const levelsOf = (
  gauge: Gauge,
): readonly { readonly labels: LabelSet; readonly level: Level }[] =>
  valuesOf(gauge).flatMap(({ labels, value }) =>
    value.kind === "level" ? [{ labels, level: value }] : [],
  );

/** What each of its label sets holds by itself. */
const valuesOf = ({
  labels = {},
  typical,
}: Gauge): readonly {
  readonly labels: LabelSet;
  readonly value: GaugeValue;
}[] =>
  typical === undefined || typical.kind === "left-by"
    ? []
    : typicalSets(labels, typical).map((set) => ({
        labels: set.labels,
        value: set.typical,
      }));

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
  { least, p50, p95, p99 }: Observed,
  buckets: readonly number[],
): readonly Problem[] {
  const smallest = least ?? p50;
  const stated = least === undefined ? "" : `least ${String(least)}, `;
  if (!(0 < smallest && smallest <= p50 && p50 <= p95 && p95 <= p99)) {
    return [
      {
        path,
        message: "percentiles must be above 0 and ascend",
        got: `${stated}p50 ${String(p50)}, p95 ${String(p95)}, p99 ${String(p99)}`,
        next: `write them in the unit of the buckets, ${least === undefined ? "" : "least ≤ "}p50 ≤ p95 ≤ p99`,
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
