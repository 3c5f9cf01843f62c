import type { Priority } from "../../model/alert";
import type { BurnTier } from "../../model/burn-tier";
import type { BudgetedSlo } from "../../model/slo";

/**
 * What a system promises, for programs that show it: they read it from here and its state from the
 * recorded series.
 */
export interface SloDefinitions {
  /**
   * Rises when a reader of the form before would misread it; what is only added does not raise it.
   */
  readonly version: 1;
  /** Value of the label `system`. */
  readonly system: string;
  readonly displayName: string;
  /** In the order of the declaration. */
  readonly slos: readonly SloDefinition[];
}

/** One promise. */
export type SloDefinition = BudgetedDefinition | ZeroToleranceDefinition;

/** What every promise has. Every length of time is Prometheus notation: `30d`, `9m56s`. */
export interface DefinitionHead {
  /** Value of the label `slo`. */
  readonly name: string;
  /** One sentence for people. */
  readonly promise: string;
  /** Length of the rolling window. */
  readonly period: string;
  /** Labels by which each query has a sample of its own. */
  readonly dims: readonly string[];
}

/** A promise that may be broken a little. */
export interface BudgetedDefinition extends DefinitionHead {
  /** `request` counts events, `value` measures moments. */
  readonly kind: BudgetedSlo["kind"];
  /** Share of good events, above 0 and below 1. */
  readonly objective: number;
  readonly budget: BudgetDefinition;
  /** `low`: no tiers, only the budget is watched. */
  readonly volume: BudgetedSlo["volume"];
  /** The alerts about fast burn, fastest first. */
  readonly tiers: readonly TierDefinition[];
  readonly queries: BudgetQueries;
}

/** What may go wrong. */
export interface BudgetDefinition {
  /** As a share of everything that happens. */
  readonly ratio: number;
  /** As minutes of the period in which everything fails. */
  readonly minutes: number;
  /** Of a million events, or seconds for a `value`. */
  readonly perMillion: number;
  /** How to count it, one sentence for people. */
  readonly counting: string;
}

/** What to ask Prometheus for the state of a promise. Nothing of it needs to be computed again. */
export interface BudgetQueries {
  /** Share of bad events, by length of the window. No sample where nothing happened. */
  readonly errorRatio: Readonly<Record<string, string>>;
  /** The same over the period. */
  readonly periodErrorRatio: string;
  /** The same over the complete days of the calendar month, where it is recorded. */
  readonly monthErrorRatio?: string;
  /** Bad events in the period so far, or seconds. */
  readonly badEvents: string;
  /** How many of the events of the period so far may be bad. */
  readonly allowedBadEvents: string;
  /** Share of the budget that is left; below 0 the promise is broken. */
  readonly budgetRemaining: string;
  /** 1 where the promise is broken, otherwise 0. */
  readonly violated: string;
}

/** One alert about fast burn. */
export interface TierDefinition {
  /** Label `burn_tier`, the long window. */
  readonly name: BurnTier["name"];
  readonly longWindow: string;
  readonly shortWindow: string;
  readonly for: string;
  readonly keepFiringFor: string;
  /** Share of the budget that is gone when it speaks. */
  readonly budgetShare: number;
  /** How many times faster than sustainable the budget burns. */
  readonly factor: number;
  /** Error ratio above which it speaks, in both windows. */
  readonly threshold: number;
  readonly priority: Priority;
  /** Bad events in the long window below which it stays quiet, seconds for a `value`. */
  readonly minimumBadEvents: number;
  /** How soon it speaks of outages of different sizes, largest first. */
  readonly outages: readonly OutageDefinition[];
}

/**
 * How a tier tells of an outage. Times are rounded up to seconds and do not contain the wait for
 * the next evaluation.
 */
export interface OutageDefinition {
  /** Share of events that are bad while it lasts. */
  readonly errorRatio: number;
  /**
   * From its beginning until the alert fires, if the long window holds enough bad events then;
   * null: never.
   */
  readonly detectedAfter: string | null;
  /**
   * From the end of one that filled the short window until the alert is quiet; null: it never
   * spoke.
   */
  readonly resolvedAfter: string | null;
}

/** A promise whose first bad event is an alert. */
export interface ZeroToleranceDefinition extends DefinitionHead {
  readonly kind: "zero-tolerance";
  readonly priority: Priority;
  readonly queries: Pick<BudgetQueries, "violated">;
}
