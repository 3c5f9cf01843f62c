import type { ChartMetric, ChartMetrics } from "../model/chart-metrics";
import { values as listedValues } from "../model/label-values";
import type { LabelValues } from "../model/label-values";
import { birthOf, metricLabels } from "../model/metric";
import type { Metric, MetricSource } from "../model/metric";
import type { Service } from "../model/service";
import { boundText } from "../model/bucket-bounds";
import { addRecorded } from "../query/promql/recorded-series";
import type {
  OwnerLabel,
  SeriesCatalogue,
  SeriesFacts,
  SeriesType,
} from "../query/promql/series-catalogue";
import { SeriesTable } from "../query/promql/series-table";
import {
  SCRAPE_SERIES,
  SYNTHETIC_SERIES,
} from "../query/promql/synthetic-series";
import { targetLabels } from "./target-labels";
import { probeValues, scrapeValues, targetValues } from "./target-values";
import { COMMON_SLO_SERIES, seriesOf } from "./slo/slo-series";
import type { SloSeries } from "./slo/slo-series";

/**
 * Every series that queries may read: contracts, charts, recorded series, and what Prometheus
 * itself generates.
 */
export function buildCatalogue(
  services: readonly Service[],
  charts: readonly ChartMetrics[],
): SeriesCatalogue {
  const table = new SeriesTable();
  for (const [name, facts] of SYNTHETIC_SERIES) {
    table.add("Prometheus", name, facts);
  }
  for (const chart of charts) {
    for (const metric of chart.metrics) addChartMetric(table, chart, metric);
  }
  const probing = probeSeries(table, charts);
  for (const service of services) {
    addMetrics(table, service);
    addFacts(table, service.key, SCRAPE_SERIES, scrapeValues(service));
    if (service.probes.length > 0) {
      addFacts(table, service.key, probing, probeValues(service));
    }
    addSloSeries(table, service.key, service.slos.flatMap(seriesOf));
  }
  addSloSeries(
    table,
    "SLOs",
    COMMON_SLO_SERIES.filter(({ name }) => !table.has(name)),
  );
  addRecorded(table, services);
  return table;
}

function addMetrics(table: SeriesTable, service: Service): void {
  const prefix = `${service.key.replaceAll("-", "_")}_`;
  const interval = Math.max(
    ...service.targets.map((target) => target.interval.seconds),
  );
  for (const [name, metric] of Object.entries(service.metrics)) {
    const source = metric.source ?? "application";
    addSeries(table, service.key, name, {
      type: metric.type,
      labels: [...targetLabels(service, source), ...metricLabels(metric)],
      values: [
        ...targetValues(service, source),
        ...Object.entries(metric.labels ?? {}),
      ],
      owners: ownersOf(name, prefix, source),
      ...(source === "application" && interval > 0 ? { interval } : {}),
      ...boundsOf(metric),
      ...(metric.type === "counter" && birthOf(metric) === "at-first-event"
        ? { bornAtFirstEvent: true }
        : {}),
      ...(metric.type === "summary" ? { quantiles: metric.quantiles } : {}),
    });
  }
}

/** What probes find, as the charts' exporter shows it. */
const probeSeries = (
  table: SeriesTable,
  charts: readonly ChartMetrics[],
): readonly (readonly [string, SeriesFacts])[] =>
  charts
    .filter(({ targetLabels }) => targetLabels.includes("probe"))
    .flatMap(({ metrics }) => metrics)
    .flatMap(({ name }) => {
      const facts = table.get(name);
      return facts === undefined ? [] : [[name, facts] as const];
    });

/** Series that every system has, with the values that they have for this one. */
function addFacts(
  table: SeriesTable,
  origin: string,
  series: readonly (readonly [string, SeriesFacts])[],
  known: readonly (readonly [string, LabelValues])[],
): void {
  const values = new Map(known);
  for (const [name, facts] of series) {
    table.add(origin, name, { ...facts, labels: { ...facts.labels, values } });
  }
}

/** Recorded for every SLO by the same rules, so these are known without parsing them. */
function addSloSeries(
  table: SeriesTable,
  origin: string,
  series: readonly SloSeries[],
): void {
  for (const { name, labels } of series) {
    table.add(origin, name, {
      type: "recorded",
      labels: { names: new Set(labels), exact: true },
      owners: ["system"],
    });
  }
}

const boundsOf = (metric: Metric): { readonly bounds?: readonly number[] } =>
  metric.type === "histogram" ? { bounds: metric.buckets } : {};

const ownersOf = (
  name: string,
  prefix: string,
  source: MetricSource,
): readonly OwnerLabel[] =>
  name.startsWith(prefix) || source === "push" ? [] : ["system"];

/**
 * The target of a service's own exporter carries the system; an exporter of the whole cluster names
 * the namespace in its samples.
 */
function addChartMetric(
  table: SeriesTable,
  { chart, targetLabels, values }: ChartMetrics,
  metric: ChartMetric,
): void {
  const documented = values?.[metric.name];
  addSeries(table, `chart ${chart}`, metric.name, {
    type: metric.type,
    chart,
    labels: [...targetLabels, ...metric.labels],
    ...(documented === undefined ? {} : { values: Object.entries(documented) }),
    owners: targetLabels.includes("system")
      ? ["system"]
      : metric.labels.includes("namespace")
        ? ["namespace"]
        : [],
    ...(metric.buckets === undefined ? {} : { bounds: metric.buckets }),
  });
}

interface Exposed {
  readonly type: Metric["type"];
  readonly chart?: string;
  readonly labels: readonly string[];
  readonly values?: readonly (readonly [string, LabelValues])[];
  readonly owners: readonly OwnerLabel[];
  readonly bounds?: readonly number[];
  readonly quantiles?: readonly number[];
  readonly interval?: number;
  readonly bornAtFirstEvent?: boolean;
}

function addSeries(
  table: SeriesTable,
  origin: string,
  name: string,
  exposed: Exposed,
): void {
  const { type, chart, labels, values, owners, bounds, interval } = exposed;
  const { quantiles = [] } = exposed;
  const add = (
    suffix: string,
    seriesType: SeriesType,
    own: readonly string[],
    ownValues = values,
  ): void => {
    table.add(origin, `${name}${suffix}`, {
      type: seriesType,
      ...(chart === undefined ? {} : { chart }),
      labels: {
        names: new Set(own),
        exact: false,
        ...(ownValues === undefined ? {} : { values: new Map(ownValues) }),
      },
      owners,
      ...(interval === undefined ? {} : { interval }),
      ...(seriesType === "bucket" && bounds !== undefined ? { bounds } : {}),
      ...(exposed.bornAtFirstEvent === true ? { bornAtFirstEvent: true } : {}),
    } satisfies SeriesFacts);
  };
  switch (type) {
    case "counter":
    case "gauge":
      add("", type, labels);
      return;
    case "histogram":
      add("_bucket", "bucket", [...labels, "le"]);
      break;
    case "summary":
      if (quantiles.length > 0) {
        add(
          "",
          "quantile",
          [...labels, "quantile"],
          [
            ...(values ?? []),
            ["quantile", listedValues(...quantiles.map(boundText))],
          ],
        );
      }
      break;
  }
  add("_sum", "sum", labels);
  add("_count", "count", labels);
}
