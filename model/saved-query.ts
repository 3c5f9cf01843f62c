import type { TypedInput, Unit } from "./dashboard";

/** A query that people ask again and again, kept with what it answers. */
export interface SavedQuery {
  /** Key of its panel: kebab case, unique among the saved queries of the system. */
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
  /** What a reader must type before there is an answer. @default nothing */
  readonly asks?: readonly TypedInput[];
}

/**
 * A saved query about traces, in TraceQL.
 * @see https://grafana.com/docs/tempo/latest/traceql/
 */
export interface TraceQuery extends SavedQuery {
  /** Unit of its numbers, where it measures spans. @default none: it lists traces */
  readonly unit?: Unit;
}

/** `uid` of the page that is generated for the saved queries of a system. */
export const savedQueriesUid = (system: string): string => `${system}-queries`;

/**
 * The page of the system that an alert about several systems speaks of; only for alerts that keep
 * the system of their series.
 */
export const SAVED_QUERIES_OF_SERIES = savedQueriesUid("{{ $labels.system }}");
