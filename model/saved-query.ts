import type { TypedInput, Unit } from "./dashboard";

/** A query that people run often, saved with a description of its result. */
export interface SavedQuery {
  /** Id of its panel: kebab-case, unique among the saved queries of the system. */
  readonly id: string;
  /** Number of its panel, as {@link Panel.number}. @default the first that is free */
  readonly number?: number;
  readonly title: string;
  /** What it shows, one sentence. */
  readonly description: string;
  readonly expr: string;
}

/**
 * A saved query about logs, in LogQL: a selection of lines, not a number.
 * @see https://grafana.com/docs/loki/latest/query/log_queries/
 */
export interface LogQuery extends SavedQuery {
  /** What a reader must enter before the query returns anything. @default nothing */
  readonly asks?: readonly TypedInput[];
}

/**
 * A saved query about traces, in TraceQL.
 * @see https://grafana.com/docs/tempo/latest/traceql/
 */
export interface TraceQuery extends SavedQuery {
  /** Unit of its numbers, if it computes metrics from spans. @default none: it lists traces */
  readonly unit?: Unit;
}

/** `uid` of the generated page of a system's saved queries. */
export const savedQueriesUid = (system: string): string => `${system}-queries`;

/**
 * The saved queries of the system that an alert is about, for alerts whose system comes from the
 * series.
 */
export const SAVED_QUERIES_OF_SERIES = savedQueriesUid("{{ $labels.system }}");
