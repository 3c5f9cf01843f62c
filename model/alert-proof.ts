import type { Duration } from "./duration";

/**
 * Input series in promtool's notation: `up{job="a"}` → `1x30 0x10`.
 * Raw series only: what a recording rule makes of them is part of the proof.
 * @see https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/#series
 */
export type InputSeries = Readonly<Record<string, string>>;

/** One situation, and the moment at which the engine is asked. */
export interface ProofCase {
  readonly series: InputSeries;
  /** Time after the first sample at which the alert is judged. */
  readonly at: Duration;
  /** Time between two values of a series. @default 1 minute */
  readonly interval?: Duration;
}

/** One notification that is expected, as the person will read it. */
export interface ExpectedAlert {
  /** Labels that come from the series; those that every alert carries are added. @default none */
  readonly labels?: Readonly<Record<string, string>>;
  /** The summary with its templates rendered; needed where it has any. */
  readonly summary?: string;
  /** The description with its templates rendered; needed where it has any. */
  readonly description?: string;
}

/** Shows that an alert fires when it should and stays quiet on a near miss. */
export interface AlertProof {
  readonly fires: readonly (ProofCase & {
    /** @default one alert without labels of its own */
    readonly expect?: readonly ExpectedAlert[];
  })[];
  readonly quiet: readonly ProofCase[];
}
