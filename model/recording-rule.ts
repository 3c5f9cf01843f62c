import type { Duration } from "./duration";

/** A query whose result is stored as a series of its own. */
export interface RecordingRule {
  /** The requirement that asks for it. */
  readonly requirement: string;
  /**
   * Name as `level:metric:operation`.
   * @see https://prometheus.io/docs/practices/rules/#recording-rules
   */
  readonly record: string;
  readonly expr: string;
  /** `own` adds `system="<key>"`; `from-series` keeps what the expression has. @default "own" */
  readonly system?: "own" | "from-series";
}

/** Rules that are evaluated one after the other, at one interval. */
export interface RecordingGroup {
  /** Name within the service, kebab case. */
  readonly name: string;
  /** Time between two evaluations, 2 minutes at most. */
  readonly interval: Duration;
  readonly rules: readonly RecordingRule[];
}
