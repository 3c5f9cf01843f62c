import type { Duration } from "./duration";
import type { EnvironmentChoice } from "./environment-choice";

/**
 * Input series in promtool's notation: `up{job="a"}` → `1x30 0x10`; numbers, `a+bxn`, `axn` and
 * `_xn`. Raw series only: what a recording rule makes of them is part of the proof.
 * @see https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/#series
 */
export type InputSeries = Readonly<Record<string, string>>;

/** A near miss, and the moment at which the engine is asked. */
export interface QuietCase {
  readonly series: InputSeries;
  /** Time after the first sample at which the alert is judged. */
  readonly at: Duration;
  /** Time between two values of a series. @default 1 minute */
  readonly interval?: Duration;
  /**
   * Time between two evaluations of the rule; longer where windows are of days and values come
   * seldom. The wait of the alert and every time of the case are multiples of it.
   * @default 1 minute
   */
  readonly evaluation?: Duration;
  /** Environments whose thresholds make it a near miss. @default every environment */
  readonly only?: EnvironmentChoice;
}

/**
 * A fault. It begins in a world that has been as in the first quiet case for longer than any window
 * of the alert, and ends in the same: so the case shows that the alert fires, when, and that it
 * resolves.
 */
export interface FiringCase {
  /** From the beginning of the fault; the last stretch goes on until the fault ends. */
  readonly series: InputSeries;
  /**
   * Time from the beginning of the fault until the first evaluation at which the alert fires; one
   * evaluation earlier it must not.
   */
  readonly at: Duration;
  /** Time between two values of a series. @default 1 minute */
  readonly interval?: Duration;
  /**
   * Time between two evaluations of the rule; longer where windows are of days and values come
   * seldom. The wait of the alert and every time of the case are multiples of it.
   * @default 1 minute
   */
  readonly evaluation?: Duration;
  /** Environments whose thresholds make it a fault. @default every environment */
  readonly only?: EnvironmentChoice;
  /** @default one alert without labels of its own */
  readonly expect?: readonly ExpectedAlert[];
  /** What was before, where that is not the first quiet case. @default the first quiet case */
  readonly before?: InputSeries | "nothing";
  /**
   * What follows where that is not the first quiet case, and how long after the fault's end the
   * alert is gone at the first evaluation; one evaluation earlier it must still fire.
   * @default the first quiet case, and the longest window later
   */
  readonly resolves?: {
    readonly series?: InputSeries;
    readonly after: Duration;
  };
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

/** Shows that an alert fires when it should, stays quiet on a near miss, and resolves. */
export interface AlertProof {
  readonly fires: readonly FiringCase[];
  readonly quiet: readonly QuietCase[];
  /**
   * Changes of the rule that no world can tell from it, as `npm run proof -- --mutate` names them,
   * each with the reason. @default none
   */
  readonly equivalent?: Readonly<Record<string, string>>;
}
