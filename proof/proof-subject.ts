import type { RecordingRuleText, Rule } from "../prometheus/rules/rule-group";

/** What is expected at one moment. */
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
      /** How many alerts of the rule fire, whatever they say. */
      readonly kind: "firing";
      readonly at: string;
      readonly count: number;
    }
  | {
      /**
       * A query has exactly these samples. `$rule` stands for the name of the rule, here and in the
       * labels.
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

/** A world and what is true in it at some moments. */
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
   * The rule alone is evaluated, and `series` are what it reads. @default false: everything that it
   * stands on is evaluated too
   */
  readonly alone?: boolean;
  readonly checks: readonly ProofCheck[];
}

/** A rule that is proved, with everything that it stands on. */
export interface ProofSubject {
  /** Unique in its environment, for people and on the command line: `shop HighErrorRate`. */
  readonly id: string;
  readonly system: string;
  readonly rule: Rule;
  /** Recording rules that it reads, directly or not, in the order in which they are evaluated. */
  readonly chain: readonly RecordingRuleText[];
  readonly tests: readonly ProofTest[];
  /** Changes that no world can tell from the rule. */
  readonly equivalent: readonly Equivalent[];
}

/** A change of a rule that makes no difference, and why. */
export interface Equivalent {
  /**
   * The change as mutation names it; a pattern where it is about generated text, of which a rule
   * may have some or none.
   */
  readonly change: string | RegExp;
  readonly why: string;
}
