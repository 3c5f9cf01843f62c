import type { ChartMetrics } from "../../../model/chart-metrics";
import type { LabelValues } from "../../../model/label-values";
import { seriesPerTarget } from "../../../model/metric";
import type { Metric } from "../../../model/metric";
import { readsEverySystem } from "../../../model/service";
import type { Service } from "../../../model/service";
import { targetLabels } from "../../../prometheus/target-labels";

/** Kinds of metrics that a contract knows. */
export type DeclaredType = Metric["type"];

/** What is declared of one metric, whether a contract or a chart declares it. */
export interface DeclaredMetric {
  readonly name: string;
  readonly type: DeclaredType;
  /** Where it is declared, as messages write it: `services/shop metric "shop_orders_total"`. */
  readonly path: string;
  /** Labels that its source sets, with their values; `undocumented` where nobody lists them. */
  readonly labels: Readonly<Record<string, LabelValues | "undocumented">>;
  /** Labels that scraping adds. */
  readonly targetLabels: ReadonlySet<string>;
  /** Upper bounds without `+Inf`. @default they are not compared */
  readonly buckets?: readonly number[];
  /** How many series of it one target shows at most. @default no bound is known */
  readonly seriesPerTarget?: number;
  /** When its first series appears. @default from the start */
  readonly appears?: string;
  /** Matchers that select its series among those of the same name. */
  readonly matchers: Readonly<Record<string, string>>;
}

/** The contract of a system. */
export function metricsOfSystem(service: Service): readonly DeclaredMetric[] {
  // Metrics pushed by the platform's own jobs belong to no single system.
  const matchers = readsEverySystem(service) ? {} : { system: service.key };
  return Object.entries(service.metrics).map(([name, metric]) => ({
    name,
    type: metric.type,
    path: `services/${service.key} metric "${name}"`,
    labels: metric.labels ?? {},
    targetLabels: new Set(
      targetLabels(service, metric.source ?? "application"),
    ),
    seriesPerTarget: lookedAt(metric),
    matchers,
    ...(metric.type === "histogram" ? { buckets: metric.buckets } : {}),
    ...(metric.appears === undefined ? {} : { appears: metric.appears }),
  }));
}

/** How many of a target's series are looked at one by one: buckets, and the count of a summary. */
function lookedAt(metric: Metric): number {
  const all = seriesPerTarget(metric);
  switch (metric.type) {
    case "counter":
    case "gauge":
      return all;
    case "histogram":
      return (all / (metric.buckets.length + 3)) * (metric.buckets.length + 1);
    case "summary":
      return all / (metric.quantiles.length + 2);
  }
}

/** What is declared of an exporter of the charts. */
export function metricsOfChart({
  chart,
  targetLabels: added,
  metrics,
  values = {},
}: ChartMetrics): readonly DeclaredMetric[] {
  // What exporters beside a system show has its label; what applications show themselves has too.
  const matchers = added.includes("system") ? {} : { system: "" };
  return metrics.map(({ name, type, labels, buckets, appears }) => ({
    name,
    type,
    path: `chart "${chart}" metric "${name}"`,
    labels: Object.fromEntries(
      labels.map((label) => [label, values[name]?.[label] ?? "undocumented"]),
    ),
    targetLabels: new Set(added),
    matchers,
    ...(buckets === undefined ? {} : { buckets }),
    ...(appears === undefined ? {} : { appears }),
  }));
}

/** The series that shows that a metric exists. */
export function seriesName({
  name,
  type,
}: Pick<DeclaredMetric, "name" | "type">): string {
  switch (type) {
    case "counter":
    case "gauge":
      return name;
    case "histogram":
      return `${name}_bucket`;
    case "summary":
      return `${name}_count`;
  }
}
