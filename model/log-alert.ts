import type { AlertDefinition } from "./alert";
import type { ExpectedAlert } from "./alert-proof";
import type { Defaulted } from "./defaulted";
import type { Duration } from "./duration";
import type { StreamLabel } from "./stream-labels";

/** The same line, written again and again. */
export interface LogLines {
  /** As the application writes it: a text, or the fields of a JSON object. */
  readonly line: string | Readonly<Record<string, string | number>>;
  /**
   * When it is written first, from the beginning of the case, in whole seconds. @default at the
   * beginning
   */
  readonly from?: Duration;
  /** When it is written last at the latest. @default it is written once */
  readonly to?: Duration;
  /** Time between two of them, in whole seconds. @default 1 second */
  readonly every?: Duration;
}

/**
 * What one pod writes. The label `level` and what is kept beside the line are read off each line,
 * as they are where logs are collected.
 */
export interface LogStream {
  readonly labels: Readonly<Partial<Record<StreamLabel, string>>>;
  readonly lines: readonly LogLines[];
}

/** Lines that are a fault. Nothing is written before, and nothing but what is given. */
export interface FiringLogCase {
  /** What happens, in a few words. */
  readonly name: string;
  readonly streams: readonly LogStream[];
  /**
   * From the beginning of the case until the alert fires: the first second at which the condition
   * has held for as long as the alert asks for. The rules are evaluated at whole minutes, so a
   * person hears of it up to one interval later.
   */
  readonly at: Duration;
  /** From the beginning of the case until the first second at which the condition holds no more. */
  readonly until: Duration;
  /** @default one alert without labels of its own */
  readonly expect?: readonly ExpectedAlert[];
}

/**
 * Lines that are nearly a fault: at no second has the condition held for as long as the alert asks
 * for.
 */
export interface QuietLogCase {
  readonly name: string;
  readonly streams: readonly LogStream[];
}

/**
 * Shows that an alert on logs fires when it should, with which words, resolves, and stays quiet on
 * a near miss.
 */
export interface LogAlertProof {
  readonly fires: readonly FiringLogCase[];
  readonly quiet: readonly QuietLogCase[];
}

/**
 * A condition that only log lines tell of. It carries the labels and texts of any other alert, so
 * that it is routed, grouped and inhibited with them; `expr` is LogQL that returns a sample while
 * the condition holds, with names of thresholds in braces as in PromQL.
 * @see https://grafana.com/docs/loki/latest/alert/
 */
export interface LogAlert extends AlertDefinition {
  /** Cases that a real Loki decides. */
  readonly proof: LogAlertProof;
}

/** An alert on logs as it is declared. */
export type LogAlertDeclaration = Defaulted<LogAlert, "severity" | "dashboard">;
