import type { Duration } from "./duration";
import type { EnvironmentChoice } from "./environment-choice";

/**
 * Input series in promtool's notation: `up{job="a"}` → `1x30 0x10`, with numbers, `a+bxn`, `axn`
 * and `_xn`. Raw series only: the proof evaluates the recording rules too.
 * @see https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/#series
 */
export type InputSeries = Readonly<Record<string, string>>;

/** A near miss, and the time at which the engine evaluates it. */
export interface QuietCase {
  readonly series: InputSeries;
  /** Time after the first sample at which the alert is judged. */
  readonly at: Duration;
  /** Time between two values of a series. @default 1 minute */
  readonly interval?: Duration;
  /**
   * Time between two evaluations of the rule. Make it longer where windows span days and samples
   * are rare. The alert's `for` and every time of the case are multiples of it.
   * @default 1 minute
   */
  readonly evaluation?: Duration;
  /** Environments whose thresholds make it a near miss. @default every environment */
  readonly only?: EnvironmentChoice;
}

/**
 * A fault. Before it begins, the series follow the first quiet case for longer than any window of
 * the alert; after it ends they follow it again. So the case shows that the alert fires, when it
 * fires, and that it resolves.
 */
export interface FiringCase {
  /** From the start of the fault; the last segment continues until the fault ends. */
  readonly series: InputSeries;
  /**
   * Time from the start of the fault to the first evaluation at which the alert fires. One
   * evaluation earlier it must not fire.
   */
  readonly at: Duration;
  /** Time between two values of a series. @default 1 minute */
  readonly interval?: Duration;
  /**
   * Time between two evaluations of the rule. Make it longer where windows span days and samples
   * are rare. The alert's `for` and every time of the case are multiples of it.
   * @default 1 minute
   */
  readonly evaluation?: Duration;
  /** Environments whose thresholds make it a fault. @default every environment */
  readonly only?: EnvironmentChoice;
  /** @default one alert without labels of its own */
  readonly expect?: readonly ExpectedAlert[];
  /**
   * The series before the fault, where they are not those of the first quiet case.
   * @default the first quiet case
   */
  readonly before?: InputSeries | "nothing";
  /**
   * The series after the fault, where they are not those of the first quiet case, and the time from
   * the end of the fault to the first evaluation at which the alert is resolved. One evaluation
   * earlier it must still fire.
   * @default the first quiet case, and the longest window
   */
  readonly resolves?: {
    readonly series?: InputSeries;
    readonly after: Duration;
  };
}

/** One expected notification, as the recipient reads it. */
export interface ExpectedAlert {
  /** Labels that come from the series; those that every alert carries are added. @default none */
  readonly labels?: Readonly<Record<string, string>>;
  /** The summary with its templates rendered; required if it has any. */
  readonly summary?: string;
  /** The description with its templates rendered; required if it has any. */
  readonly description?: string;
}

/** Shows that an alert fires on a fault, does not fire on a near miss, and resolves. */
export interface AlertProof {
  readonly fires: readonly FiringCase[];
  readonly quiet: readonly QuietCase[];
  /**
   * Equivalent mutants: changes of the rule that no series can distinguish from it, as
   * `npm run proof -- --mutate` names them, each with the reason.
   * @default none
   */
  readonly equivalent?: Readonly<Record<string, string>>;
}
