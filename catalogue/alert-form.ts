import type { EnvironmentChoice } from "../model/environment-choice";
import type { Priority, Severity } from "../model/alert";
import type { ExpectedAlert } from "../model/alert-proof";

/** An alert as it is declared, with its limits as they hold in the environment. */
export interface AlertEntry {
  readonly name: string;
  readonly language: "promql" | "logql";
  /** `slo`: made of an SLO, whose name is in the label `slo`. */
  readonly origin: "declared" | "slo";
  /** With names of thresholds in braces. */
  readonly expr: string;
  readonly thresholds: Readonly<Record<string, ThresholdEntry>>;
  readonly for: string;
  readonly keepFiringFor: string | undefined;
  readonly severity: Severity;
  readonly priority: Priority;
  /** All labels that its rule sets. */
  readonly labels: Readonly<Record<string, string>>;
  /** Receiver in its system; undefined where the series say which system is concerned. */
  readonly receiver: string | undefined;
  readonly summary: string;
  readonly description: string;
  readonly action: string | undefined;
  /** Page below the runbooks, without suffix, with an anchor where several alerts share it. */
  readonly runbook: string;
  readonly dashboard: string;
  /** Undefined for those of SLOs, which are proved by the examples of the SLO. */
  readonly proof: ProofEntry | undefined;
}

/** A limit in the base unit of its metric. */
export interface ThresholdEntry {
  readonly value: number;
  readonly unit: "seconds" | "bytes" | "ratio" | "count";
  /** What is counted. */
  readonly of: string | undefined;
  /** What the declaration says and why this environment differs. */
  readonly overrides:
    { readonly declared: number; readonly reason: string } | undefined;
}

/** The cases that an engine judges, as they are declared. */
export type ProofEntry = SeriesProofEntry | LinesProofEntry;

/** Series in promtool's notation by what selects them. */
type Series = Readonly<Record<string, string>>;

/** Cases of an alert on metrics. */
export interface SeriesProofEntry {
  readonly kind: "series";
  readonly fires: readonly (SeriesCaseEntry & {
    readonly expect: readonly ExpectedAlert[] | undefined;
    readonly before: Series | "nothing" | undefined;
    readonly resolves:
      | { readonly series: Series | undefined; readonly after: string }
      | undefined;
  })[];
  readonly quiet: readonly SeriesCaseEntry[];
  /**
   * Equivalent mutants: changes of the rule that no case can distinguish from it, each with the
   * reason.
   */
  readonly equivalent: Readonly<Record<string, string>> | undefined;
}

/** What every case of series has. */
export interface SeriesCaseEntry {
  readonly series: Series;
  readonly at: string;
  readonly interval: string | undefined;
  readonly evaluation: string | undefined;
  /** Environments in which it is judged. */
  readonly only: EnvironmentChoice | undefined;
}

/** Cases of an alert on logs. */
export interface LinesProofEntry {
  readonly kind: "lines";
  readonly fires: readonly (LinesCaseEntry & {
    readonly at: string;
    readonly until: string;
    readonly expect: readonly ExpectedAlert[] | undefined;
  })[];
  readonly quiet: readonly LinesCaseEntry[];
}

/** What pods write in a case. */
export interface LinesCaseEntry {
  readonly name: string;
  readonly streams: readonly {
    readonly labels: Readonly<Record<string, string>>;
    readonly lines: readonly {
      readonly line: string | Readonly<Record<string, string | number>>;
      readonly from: string | undefined;
      readonly to: string | undefined;
      readonly every: string | undefined;
    }[];
  }[];
}
