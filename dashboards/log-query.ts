import { DataqueryBuilder } from "@grafana/grafana-foundation-sdk/loki";
import type { LogPanelQuery } from "../model/dashboard";
import { LOKI } from "../model/signal-sources";

/** Lines of a panel: what a person reads before they narrow the query. */
const LINES = 100;

/**
 * A query of logs: lines or a graph over the time range, or one number at its end.
 * @see https://grafana.com/docs/grafana/latest/datasources/loki/query-editor/
 */
export const logQuery = (
  { expr, legend, maxLines = LINES }: LogPanelQuery,
  shows: "lines" | "course" | "present",
): DataqueryBuilder => {
  const query = new DataqueryBuilder()
    .datasource(LOKI)
    .expr(expr)
    .queryType(shows === "present" ? "instant" : "range");
  if (shows === "lines") query.maxLines(maxLines);
  if (legend !== undefined) query.legendFormat(legend);
  return query;
};
