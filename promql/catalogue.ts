import type { ChartMetric, ChartMetrics } from "../model/chart-metrics";
import { metricLabels } from "../model/metric";
import type { Metric } from "../model/metric";
import type { RecordingRule } from "../model/recording-rule";
import type { ServiceDeclaration } from "../model/service";
import { labelsOf } from "./labels";
import { parseableText } from "./parseable-text";
import type {
  LabelSet,
  SeriesCatalogue,
  SeriesFacts,
  SeriesType,
} from "./series-catalogue";
import { syntaxTree } from "./syntax";
import { SYNTHETIC_SERIES } from "./synthetic-series";
import { selectorOf } from "./tree";
import type { Query } from "./tree";

/** Labels that scraping adds to what a service exposes. */
const TARGET_LABELS = [
  "system",
  "app",
  "namespace",
  "pod",
  "container",
  "job",
  "instance",
] as const;

/** Everything that a query of any service may read: contracts, charts, recorded series, and what Prometheus makes itself. */
export function buildCatalogue(
  services: readonly ServiceDeclaration[],
  charts: readonly ChartMetrics[],
): SeriesCatalogue {
  const catalogue = new Map<string, SeriesFacts>(SYNTHETIC_SERIES);
  for (const { targetLabels, metrics } of charts) {
    for (const metric of metrics)
      addChartMetric(catalogue, metric, targetLabels);
  }
  for (const service of services) {
    for (const [name, metric] of Object.entries(service.metrics)) {
      addMetric(catalogue, service.key, name, metric);
    }
  }
  addRecorded(
    catalogue,
    services.flatMap(({ recording }) =>
      recording.flatMap(({ rules }) => rules),
    ),
  );
  return catalogue;
}

function addMetric(
  catalogue: Map<string, SeriesFacts>,
  system: string,
  name: string,
  metric: Metric,
): void {
  addSeries(catalogue, name, {
    type: metric.type,
    labels: [...TARGET_LABELS, ...metricLabels(metric)],
    shared: !name.startsWith(`${system}_`) && metric.source !== "push",
    ...(metric.type === "histogram" ? { bounds: metric.buckets } : {}),
  });
}

function addChartMetric(
  catalogue: Map<string, SeriesFacts>,
  metric: ChartMetric,
  targetLabels: readonly string[],
): void {
  addSeries(catalogue, metric.name, {
    type: metric.type,
    // A chart's exporter may speak for one system.
    labels: ["system", ...targetLabels, ...metric.labels],
    shared: true,
    ...(metric.buckets === undefined ? {} : { bounds: metric.buckets }),
  });
}

interface Exposed {
  readonly type: "counter" | "gauge" | "histogram";
  readonly labels: readonly string[];
  readonly shared: boolean;
  readonly bounds?: readonly number[];
}

function addSeries(
  catalogue: Map<string, SeriesFacts>,
  name: string,
  { type, labels, shared, bounds }: Exposed,
): void {
  const add = (
    suffix: string,
    seriesType: SeriesType,
    own: readonly string[],
  ): void => {
    catalogue.set(`${name}${suffix}`, {
      type: seriesType,
      labels: { names: new Set(own), exact: false },
      shared,
      ...(seriesType === "bucket" && bounds !== undefined ? { bounds } : {}),
    });
  };
  if (type !== "histogram") {
    add("", type, labels);
    return;
  }
  add("_bucket", "bucket", [...labels, "le"]);
  add("_sum", "sum", labels);
  add("_count", "count", labels);
}

/** Adds recorded series once everything they read is known, whatever the order in which they were declared. */
function addRecorded(
  catalogue: Map<string, SeriesFacts>,
  rules: readonly RecordingRule[],
): void {
  let waiting = rules.map((rule) => ({ rule, query: queryOf(rule.expr) }));
  const records = new Set(rules.map(({ record }) => record));
  for (;;) {
    const ready = waiting.filter(({ query }) =>
      namesIn(query).every((name) => catalogue.has(name) || !records.has(name)),
    );
    if (ready.length === 0) return;
    for (const { rule, query } of ready) {
      catalogue.set(rule.record, recordedFacts(rule, query, catalogue));
    }
    waiting = waiting.filter(({ rule }) => !catalogue.has(rule.record));
  }
}

function recordedFacts(
  rule: RecordingRule,
  query: Query,
  catalogue: SeriesCatalogue,
): SeriesFacts {
  const result = labelsOf(query, query.top, catalogue);
  const own: LabelSet =
    result === "scalar" ? { names: new Set(), exact: true } : result;
  const keepsSystem = rule.system === "from-series";
  return {
    type: "recorded",
    labels:
      own.names === "any" || keepsSystem
        ? own
        : { names: new Set([...own.names, "system"]), exact: own.exact },
    shared: keepsSystem,
    ...boundsOf(query, catalogue),
  };
}

/** A series recorded from the buckets of one histogram has the bounds of that histogram. */
function boundsOf(
  query: Query,
  catalogue: SeriesCatalogue,
): Pick<SeriesFacts, "bounds"> {
  const [name] = namesIn(query);
  const bounds = name === undefined ? undefined : catalogue.get(name)?.bounds;
  return bounds === undefined ? {} : { bounds };
}

function queryOf(expr: string): Query {
  const text = parseableText(expr);
  return { text, top: syntaxTree(text) };
}

/** Names of the series that a query reads. */
export function namesIn(query: Query): readonly string[] {
  const names: string[] = [];
  query.top.cursor().iterate(({ name, node }) => {
    if (name !== "VectorSelector") return;
    const selected = selectorOf(query, node).name;
    if (selected !== undefined) names.push(selected);
  });
  return names;
}
