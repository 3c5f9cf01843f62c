import {
  DataqueryBuilder,
  PromQueryFormat,
} from "@grafana/grafana-foundation-sdk/prometheus";
import type { Builder, Dataquery } from "@grafana/grafana-foundation-sdk/cog";
import { assertNever } from "../model/assert-never";
import type {
  MetricQuery,
  Panel,
  PanelQuery,
  Visualisation,
} from "../model/dashboard";
import { PROMETHEUS } from "../model/signal-sources";
import { grafanaInterval } from "./grafana-interval";
import { logQuery } from "./log-query";
import { refId } from "./ref-id";
import { serviceMapQuery } from "./service-map-query";
import { traceQuery } from "./trace-query";

/**
 * Whether a panel shows a graph over the time range, the current value, or events in the range. A
 * current value uses an instant query: the last sample of a range query would still be shown hours
 * after the series ended.
 */
const SHOWS: Readonly<
  Record<Visualisation["kind"], "course" | "present" | "lines">
> = {
  timeseries: "course",
  barchart: "course",
  bars: "present",
  heatmap: "course",
  "state-timeline": "course",
  stat: "present",
  gauge: "present",
  bargauge: "present",
  piechart: "present",
  table: "present",
  text: "present",
  logs: "lines",
  traces: "lines",
  "node-graph": "lines",
};

/** The queries of a panel, in the order in which they were declared. */
export const panelQueries = (panel: Panel): Builder<Dataquery>[] =>
  panel.queries.map((query, index) =>
    panelQuery(query, panel.visualisation).refId(refId(index)),
  );

function panelQuery(query: PanelQuery, visualisation: Visualisation) {
  switch (query.kind) {
    case undefined:
    case "promql":
      return metricQuery(query, visualisation);
    case "logql":
      return logQuery(query, SHOWS[visualisation.kind]);
    case "traceql":
      return traceQuery(query, SHOWS[visualisation.kind]);
    case "service-map":
      return serviceMapQuery(query);
    default:
      return assertNever(query);
  }
}

function metricQuery(
  { expr, legend }: MetricQuery,
  visualisation: Visualisation,
): DataqueryBuilder {
  const { kind } = visualisation;
  const query = new DataqueryBuilder()
    .datasource(PROMETHEUS)
    .expr(expr)
    .format(queryFormat(kind))
    .legendFormat(legend ?? "__auto");
  if (visualisation.kind === "barchart") {
    // The least step between two samples; a panel with fewer bars than pixels uses exactly this
    // step.
    query.interval(grafanaInterval(visualisation.every));
  }
  if (SHOWS[kind] === "present") return query.instant();
  // Exemplars link to traces; only histograms carry them.
  if (showsExemplars(kind) && BUCKETS.test(expr)) query.exemplar(true);
  return query.range();
}

/** Series of a classic histogram, read without a recording rule, which keeps no exemplars. */
const BUCKETS = /_bucket\b/;

/** Kinds of panel that show exemplars beside their series. */
const showsExemplars = (kind: Visualisation["kind"]): boolean =>
  kind === "timeseries" || kind === "heatmap";

function queryFormat(kind: Visualisation["kind"]): PromQueryFormat {
  if (kind === "table" || kind === "bars") return PromQueryFormat.Table;
  if (kind === "heatmap") return PromQueryFormat.Heatmap;
  return PromQueryFormat.TimeSeries;
}
