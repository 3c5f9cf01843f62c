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
 * Whether a picture shows a course or the present, or whatever happened in the time shown. A
 * present value is asked for with an instant query: the last sample of a range would still be shown
 * hours after the series ended.
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
    // The least distance of two samples; a panel with fewer bars than pixels has exactly that.
    query.interval(grafanaInterval(visualisation.every));
  }
  if (SHOWS[kind] === "present") return query.instant();
  // Each leads to a trace that was slow or not; only histograms are measured with one.
  if (showsExemplars(kind) && BUCKETS.test(expr)) query.exemplar(true);
  return query.range();
}

/** Series of a classic histogram, read without a recording rule, which keeps no exemplars. */
const BUCKETS = /_bucket\b/;

/** Pictures that draw exemplars beside their series. */
const showsExemplars = (kind: Visualisation["kind"]): boolean =>
  kind === "timeseries" || kind === "heatmap";

function queryFormat(kind: Visualisation["kind"]): PromQueryFormat {
  if (kind === "table" || kind === "bars") return PromQueryFormat.Table;
  if (kind === "heatmap") return PromQueryFormat.Heatmap;
  return PromQueryFormat.TimeSeries;
}
