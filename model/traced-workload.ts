/**
 * A manual span that a query reads. Spans of instrumentation libraries have OpenTelemetry's names
 * and are not declared.
 */
export interface OwnSpan {
  /** What it measures, one sentence without a full stop. */
  readonly what: string;
  /** @default any: queries read only its attributes */
  readonly name?: string;
  /** Attributes with their meaning, `repository`. @default none */
  readonly attributes?: Readonly<Record<string, string>>;
}

/** A workload that sends traces, whose SDK is configured by environment variables. */
export interface TracedWorkload {
  /** The workload that carries the variables, and `service.name` of its spans: `shop-api`. */
  readonly workload: string;
  /** @default none */
  readonly spans?: readonly OwnSpan[];
}
