import { boundText, boundTexts } from "../../model/bucket-bounds";
import type { EnvironmentConfig } from "../../model/environment";
import { metricOf } from "../../model/metric";
import type { Metric, MetricContract } from "../../model/metric";
import type { Service } from "../../model/service";
import { combinations } from "../../model/typical/label-sets";
import type { LabelSet } from "../../model/typical/label-sets";
import { gaugeLevels } from "../../model/typical/gauges";
import { counterRates, histogramRates } from "../../model/typical/rates";
import { instancesOf } from "../typical/instances";
import { workloadSeries } from "../typical/workload-series";
import { ANY_VALUE, keyOf } from "./known-series";
import type { KnownSeries, SeriesOf } from "./known-series";
import { SCRAPE_SERIES_NAMES, intervalOf, scrapedOf } from "./scraped";

/** Which series of a system are looked at. */
export type Extent =
  /** Those that a healthy system has. */
  | "typical"
  /** One for all of a metric, whose labels have any value: it shows which labels a result has. */
  | "widest";

/** Series that a system exposes, and those about its scrapes, probes and pods. */
export interface ExposedSeries {
  readonly seriesOf: SeriesOf;
  /** Frees what was worked out; it is worked out again when it is asked for. */
  readonly forget: () => void;
}

/** What a system exposes in an environment, worked out when it is asked for. */
export function exposedSeries(
  service: Service,
  environment: EnvironmentConfig,
  extent: Extent,
): ExposedSeries {
  const exposed = new Map<string, Exposed>();
  let around: Exposed | undefined;
  return {
    seriesOf: (name) => {
      const base = metricOf(name, service.metrics);
      const metric = base === undefined ? undefined : service.metrics[base];
      if (base !== undefined && metric !== undefined) {
        const series =
          exposed.get(base) ??
          exposedBy(base, metric, service, environment, extent);
        exposed.set(base, series);
        return series.get(name) ?? [];
      }
      around ??= aroundSystem(service, environment, extent);
      return around.get(name.startsWith("probe_") ? "probe_" : name);
    },
    forget: () => {
      exposed.clear();
      around = undefined;
    },
  };
}

/** Series by their name, of what is exposed under one name, or of the names of a histogram. */
type Exposed = ReadonlyMap<string, readonly KnownSeries[]>;

function exposedBy(
  base: string,
  metric: Metric,
  service: Service,
  environment: EnvironmentConfig,
  extent: Extent,
): Exposed {
  const all = instancesOf(service, base, metric, Infinity);
  // The widest set has any instance.
  const instances = (
    extent === "widest" ? all.slice(0, 1).map(anyTarget) : all
  ).map((instance) => ({
    instance,
    interval: intervalOf(instance, service, environment),
  }));
  const exposed = new Map<string, KnownSeries[]>();
  for (const { name, labels } of setsOf(
    base,
    metric,
    service.metrics,
    extent,
  )) {
    const series = exposed.get(name) ?? [];
    exposed.set(name, series);
    for (const { instance, interval } of instances) {
      series.push({ labels: { ...labels, ...instance }, interval });
    }
  }
  return exposed;
}

/** Names and label sets of a metric, without the labels of its instances. */
export function setsOf(
  base: string,
  metric: Metric,
  contract: MetricContract,
  extent: Extent,
): readonly { readonly name: string; readonly labels: LabelSet }[] {
  const { labels = {} } = metric;
  // Where nothing is said, each combination of the values that are given as examples.
  const sets =
    extent === "widest"
      ? combinations(labels, {}, () => [ANY_VALUE])
      : (statedSets(metric, contract) ?? combinations(labels));
  const each = (name: string, own: LabelSet = {}) =>
    sets.map((set) => ({ name, labels: { ...set, ...own } }));
  const total = [...each(`${base}_count`), ...each(`${base}_sum`)];
  const values = (texts: readonly string[]): readonly string[] =>
    extent === "widest" ? texts.slice(0, 1).map(() => ANY_VALUE) : texts;
  switch (metric.type) {
    case "counter":
    case "gauge":
      return each(base);
    case "histogram":
      return [
        ...values(boundTexts(metric.buckets)).flatMap((le) =>
          each(`${base}_bucket`, { le }),
        ),
        ...total,
      ];
    case "summary":
      return [
        ...values(metric.quantiles.map(boundText)).flatMap((quantile) =>
          each(base, { quantile }),
        ),
        ...total,
      ];
  }
}

/** Label sets that a healthy system has; `undefined` where nothing is said of them. */
function statedSets(
  metric: Metric,
  contract: MetricContract,
): readonly LabelSet[] | undefined {
  if (metric.typical === undefined) return undefined;
  switch (metric.type) {
    case "counter":
      return counterRates(metric).map(({ labels }) => labels);
    case "gauge":
      return gaugeLevels(metric, contract).map(({ labels }) => labels);
    case "histogram":
    case "summary":
      return histogramRates(metric, contract).map(({ labels }) => labels);
  }
}

/**
 * Series about scrapes, probes and pods, which no contract declares, by their name. Those of a
 * probe are the same under each name that begins with `probe_`.
 */
function aroundSystem(
  service: Service,
  environment: EnvironmentConfig,
  extent: Extent,
): Exposed {
  const { targets, exporters, probes } = scrapedOf(service, environment);
  const scraped = [...targets, ...exporters, ...probes];
  const around = new Map<string, readonly KnownSeries[]>([
    ...SCRAPE_SERIES_NAMES.map((name) => [name, scraped] as const),
    ["probe_", probes],
  ]);
  const interval = environment.prometheus.scrapeInterval.seconds;
  for (const { name, labels } of targets.flatMap((target) =>
    workloadSeries(target.labels),
  )) {
    around.set(name, [...(around.get(name) ?? []), { labels, interval }]);
  }
  return extent === "widest"
    ? new Map([...around].map(([name, series]) => [name, widest(series)]))
    : around;
}

/** Labels by which the series of one target differ from those of another. */
const OF_TARGETS = ["pod", "instance", "container", "app", "job", "probe"];

/** The labels of a target, with those of any other. */
const anyTarget = (labels: LabelSet): LabelSet =>
  Object.fromEntries(
    Object.entries(labels).map(([label, value]) => [
      label,
      OF_TARGETS.includes(label) ? ANY_VALUE : value,
    ]),
  );

/** One for all series with the same labels. */
function widest(all: readonly KnownSeries[]): readonly KnownSeries[] {
  const each = all.map(({ labels, interval }) => ({
    labels: anyTarget(labels),
    interval,
  }));
  return [...new Map(each.map((one) => [keyOf(one.labels), one])).values()];
}
