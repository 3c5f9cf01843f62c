import type { RecordingRuleText, Rule } from "../prometheus/rules/rule-group";

/** An expectation at one time. */
export type ProofCheck =
  | {
      /**
       * The alert fires with exactly these labels and texts, once for each; with none it does not
       * fire.
       */
      readonly kind: "alerts";
      /** promtool notation, from the first sample. */
      readonly at: string;
      readonly alerts: readonly {
        readonly labels: Readonly<Record<string, string>>;
        readonly annotations: Readonly<Record<string, string>>;
      }[];
    }
  | {
      /** Number of firing alerts of the rule, whatever their labels. */
      readonly kind: "firing";
      readonly at: string;
      readonly count: number;
    }
  | {
      /**
       * A query returns exactly these samples. `$rule` is replaced by the name of the rule, here
       * and in the labels.
       */
      readonly kind: "samples";
      readonly at: string;
      readonly expr: string;
      readonly samples: readonly {
        /** As a selector: `{system="shop"}`, `$rule{system="shop"}`. */
        readonly labels: string;
        readonly value: number;
      }[];
    };

/** A world, and expectations at some times in it. */
export interface ProofTest {
  /** What happens, in a few words. */
  readonly name: string;
  /** Time between two values of a series. */
  readonly interval: string;
  /** Time between two evaluations of the rules. */
  readonly evaluationInterval: string;
  /** Raw series with values in promtool's notation. */
  readonly series: Readonly<Record<string, string>>;
  /**
   * Evaluates the rule alone, with `series` as its input.
   * @default false: all rules it depends on are evaluated too
   */
  readonly alone?: boolean;
  readonly checks: readonly ProofCheck[];
}

/** A rule that is proved, with all rules it depends on. */
export interface ProofSubject {
  /** Unique in its environment, for people and the command line: `shop HighErrorRate`. */
  readonly id: string;
  readonly system: string;
  readonly rule: Rule;
  /** Recording rules that it reads, directly or indirectly, in evaluation order. */
  readonly chain: readonly RecordingRuleText[];
  readonly tests: readonly ProofTest[];
  /** Equivalent mutants. */
  readonly equivalent: readonly Equivalent[];
}

/** A mutant without effect, and the reason. */
export interface Equivalent {
  /**
   * The change as mutation names it; a pattern for generated text, where a rule may have several or
   * none.
   */
  readonly change: string | RegExp;
  readonly why: string;
}
