import {
  DataqueryBuilder,
  SearchTableType,
} from "@grafana/grafana-foundation-sdk/tempo";
import type { TracePanelQuery } from "../model/dashboard";
import { TEMPO } from "../model/signal-sources";

/** Traces of a panel, and spans shown of each: Grafana's own numbers. */
const TRACES = 20;
const SPANS_PER_TRACE = 3;

/**
 * A query of traces: one row for each, whose identifier leads into it.
 * @see https://grafana.com/docs/grafana/latest/datasources/tempo/query-editor/
 */
export const traceQuery = ({
  expr,
  limit = TRACES,
}: TracePanelQuery): DataqueryBuilder =>
  new DataqueryBuilder()
    .datasource(TEMPO)
    .queryType("traceql")
    .query(expr)
    .limit(limit)
    .spss(SPANS_PER_TRACE)
    .tableType(SearchTableType.Traces)
    // The SDK asks for a list here and makes an empty one of nothing; Grafana keeps it.
    .filters([]);
