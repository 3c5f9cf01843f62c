import type { Allowances } from "./allowances";
import type { InputSeries } from "./alert-proof";
import type { Defaulted } from "./defaulted";
import type { Duration } from "./duration";

/** A query whose result is stored as a series of its own. */
export interface RecordingRule {
  /**
   * Name as `level:metric:operation`.
   * @see https://prometheus.io/docs/practices/rules/#recording-rules
   */
  readonly record: string;
  readonly expr: string;
  /** What its expression does on purpose although it is doubtful. @default nothing */
  readonly allows?: Allowances;
  /** `own` adds `system="<key>"`; `from-series` keeps what the expression has. @default "own" */
  readonly system?: "own" | "from-series";
  /**
   * What it computes from raw series. Required if no alert reads it; an alert's own proof covers
   * the rules it reads.
   * @default proved by the alerts that read it
   */
  readonly proof?: RecordingProof;
}

/** Shows what a recording rule computes from raw series. */
export interface RecordingProof {
  readonly cases: readonly {
    /** What happens, in a few words. */
    readonly name: string;
    readonly series: InputSeries;
    /** Time after the first sample at which the result is evaluated. */
    readonly at: Duration;
    /**
     * Time between two evaluations of the rules. Make it longer where a window spans days, to
     * evaluate the rules below it hundreds of times instead of tens of thousands. `at` is a
     * multiple of it.
     * @default 1 minute
     */
    readonly evaluation?: Duration;
    /**
     * Time between two values of a series. Make it longer where a rule reads days of raw samples.
     * @default 1 minute
     */
    readonly interval?: Duration;
    /**
     * All recorded samples at that time; an empty list means none. Labels are those of the series;
     * `system` is added.
     */
    readonly samples: readonly {
      readonly labels?: Readonly<Record<string, string>>;
      readonly value: number;
    }[];
  }[];
  /**
   * Equivalent mutants: changes of the rule that no series can distinguish from it, as
   * `npm run proof -- --mutate` names them, each with the reason.
   * @default none
   */
  readonly equivalent?: Readonly<Record<string, string>>;
}

/** Rules that are evaluated in sequence, at one interval. */
export interface RecordingGroup {
  /** Name within the service, kebab-case. */
  readonly name: string;
  /** Time between two evaluations, 2 minutes at most. @default 1 minute */
  readonly interval: Duration;
  readonly rules: readonly RecordingRule[];
}

/** A group as it is declared. */
export type RecordingGroupDeclaration = Defaulted<RecordingGroup, "interval">;
