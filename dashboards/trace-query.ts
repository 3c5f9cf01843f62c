import {
  DataqueryBuilder,
  MetricsQueryType,
  SearchTableType,
} from "@grafana/grafana-foundation-sdk/tempo";
import type { TracePanelQuery } from "../model/dashboard";
import { TEMPO } from "../model/signal-sources";

/** Traces of a panel, and spans shown of each: Grafana's own numbers. */
const TRACES = 20;
const SPANS_PER_TRACE = 3;

/**
 * A query of traces: one row for each, with a link to it; or a metric of spans, as a graph or as
 * the current value.
 *
 * @param shows `lines` are traces, the others numbers
 * @see https://grafana.com/docs/grafana/latest/datasources/tempo/query-editor/
 */
export function traceQuery(
  { expr, limit = TRACES }: TracePanelQuery,
  shows: "course" | "present" | "lines",
): DataqueryBuilder {
  const query = new DataqueryBuilder()
    .datasource(TEMPO)
    .queryType("traceql")
    .query(expr)
    // The SDK asks for a list here and makes an empty one of nothing; Grafana keeps it.
    .filters([]);
  return shows === "lines"
    ? query.limit(limit).spss(SPANS_PER_TRACE).tableType(SearchTableType.Traces)
    : query.metricsQueryType(
        shows === "course" ? MetricsQueryType.Range : MetricsQueryType.Instant,
      );
}
