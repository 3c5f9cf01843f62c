import type { AlertDefinition } from "./alert";
import type { ExpectedAlert } from "./alert-proof";
import type { Defaulted } from "./defaulted";
import type { Duration } from "./duration";
import type { StreamLabel } from "./stream-labels";

/** One log line, repeated. */
export interface LogLines {
  /** As the application writes it: a text, or the fields of a JSON object. */
  readonly line: string | Readonly<Record<string, string | number>>;
  /**
   * First occurrence, in whole seconds from the start of the case.
   * @default the start of the case
   */
  readonly from?: Duration;
  /** Latest time of the last occurrence. @default it is written once */
  readonly to?: Duration;
  /** Interval between two occurrences, in whole seconds. @default 1 second */
  readonly every?: Duration;
}

/**
 * The log lines of one pod. As in the log pipeline, the label `level` and structured metadata are
 * parsed from each line.
 */
export interface LogStream {
  readonly labels: Readonly<Partial<Record<StreamLabel, string>>>;
  readonly lines: readonly LogLines[];
}

/** Log lines that are a fault. There are no other lines before or beside them. */
export interface FiringLogCase {
  /** What happens, in a few words. */
  readonly name: string;
  readonly streams: readonly LogStream[];
  /**
   * Time from the start of the case until the alert fires: the first second at which the condition
   * has held for the alert's `for`. The rules are evaluated at whole minutes, so the notification
   * comes up to one interval later.
   */
  readonly at: Duration;
  /** Time from the start of the case to the first second at which the condition no longer holds. */
  readonly until: Duration;
  /** @default one alert without labels of its own */
  readonly expect?: readonly ExpectedAlert[];
}

/** Log lines that are nearly a fault: at no second has the condition held for the alert's `for`. */
export interface QuietLogCase {
  readonly name: string;
  readonly streams: readonly LogStream[];
}

/**
 * Shows that an alert on logs fires on a fault with the expected texts, resolves, and does not fire
 * on a near miss.
 */
export interface LogAlertProof {
  readonly fires: readonly FiringLogCase[];
  readonly quiet: readonly QuietLogCase[];
}

/**
 * An alert on log lines. It has the labels and texts of any other alert, so it is routed, grouped
 * and inhibited with them. `expr` is LogQL that returns a sample while the condition holds, with
 * names of thresholds in braces as in PromQL.
 * @see https://grafana.com/docs/loki/latest/alert/
 */
export interface LogAlert extends AlertDefinition {
  /** Cases that a real Loki evaluates. */
  readonly proof: LogAlertProof;
}

/** An alert on logs as it is declared. */
export type LogAlertDeclaration = Defaulted<LogAlert, "severity" | "dashboard">;
