/**
 * A span that an application makes itself and that somebody asks for: those of its libraries are as
 * OpenTelemetry names them.
 */
export interface OwnSpan {
  /** What it measures, one sentence without a full stop. */
  readonly what: string;
  /** @default any: only its attributes are asked for */
  readonly name?: string;
  /** Attributes with what they say, `repository`. @default none */
  readonly attributes?: Readonly<Record<string, string>>;
}

/** A workload that sends traces, whose SDK is configured by environment variables. */
export interface TracedWorkload {
  /** The workload that is to carry the variables, and `service.name` of its spans: `shop-api`. */
  readonly workload: string;
  /** @default none */
  readonly spans?: readonly OwnSpan[];
}
