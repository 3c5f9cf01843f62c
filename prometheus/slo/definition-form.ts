import type { Priority } from "../../model/alert";
import type { BurnTier } from "../../model/burn-tier";
import type { BudgetedSlo } from "../../model/slo";

/**
 * The SLOs of a system for programs that display them: definitions here, current state in the
 * recorded series.
 */
export interface SloDefinitions {
  /** Raised when a reader of the previous format would misread it; additions do not raise it. */
  readonly version: 1;
  /** Value of the label `system`. */
  readonly system: string;
  readonly displayName: string;
  /** In order of declaration. */
  readonly slos: readonly SloDefinition[];
}

/** One SLO. */
export type SloDefinition = BudgetedDefinition | ZeroToleranceDefinition;

/** Fields that every SLO has. Durations are in Prometheus notation: `30d`, `9m56s`. */
export interface DefinitionHead {
  /** Value of the label `slo`. */
  readonly name: string;
  /** One sentence for people. */
  readonly promise: string;
  /** Length of the rolling window. */
  readonly period: string;
  /** Labels to group by: each query returns one sample for each of their values. */
  readonly dims: readonly string[];
}

/** An SLO with an error budget. */
export interface BudgetedDefinition extends DefinitionHead {
  /** `request` counts events, `value` measures moments. */
  readonly kind: BudgetedSlo["kind"];
  /** Target share of good events, above 0 and below 1. */
  readonly objective: number;
  readonly budget: BudgetDefinition;
  /** `low`: no tiers, only the budget is watched. */
  readonly volume: BudgetedSlo["volume"];
  /** The alerts about fast burn, fastest first. */
  readonly tiers: readonly TierDefinition[];
  readonly queries: BudgetQueries;
}

/** The error budget. */
export interface BudgetDefinition {
  /** As a ratio of all events. */
  readonly ratio: number;
  /** As minutes of full outage per period. */
  readonly minutes: number;
  /** Bad events per million, or bad seconds for a `value`. */
  readonly perMillion: number;
  /** Explanation, one sentence for people. */
  readonly counting: string;
}

/** PromQL queries for the state of an SLO; no further computation is needed. */
export interface BudgetQueries {
  /** Error ratio, by length of the window. No sample without events. */
  readonly errorRatio: Readonly<Record<string, string>>;
  /** The same over the period. */
  readonly periodErrorRatio: string;
  /** The same over the complete days of the calendar month, where it is recorded. */
  readonly monthErrorRatio?: string;
  /** Bad events in the period so far, or seconds. */
  readonly badEvents: string;
  /** Allowed bad events, for the events of the period so far. */
  readonly allowedBadEvents: string;
  /** Remaining error budget as a ratio; negative if the SLO is breached. */
  readonly budgetRemaining: string;
  /** 1 if the SLO is breached, otherwise 0. */
  readonly violated: string;
}

/** One burn-rate alert. */
export interface TierDefinition {
  /** Label `burn_tier`, the long window. */
  readonly name: BurnTier["name"];
  readonly longWindow: string;
  readonly shortWindow: string;
  readonly for: string;
  readonly keepFiringFor: string;
  /** Share of the budget that is spent when it fires. */
  readonly budgetShare: number;
  /** How many times faster than sustainable the budget burns. */
  readonly factor: number;
  /** Error ratio above which it fires, in both windows. */
  readonly threshold: number;
  readonly priority: Priority;
  /** Minimum number of bad events in the long window; seconds for a `value`. */
  readonly minimumBadEvents: number;
  /** Detection times for outages of different sizes, largest first. */
  readonly outages: readonly OutageDefinition[];
}

/**
 * Detection and reset time of a tier for one outage. Times are rounded up to seconds, without the
 * wait for the next evaluation.
 */
export interface OutageDefinition {
  /** Error ratio during the outage. */
  readonly errorRatio: number;
  /**
   * Detection time, if the long window holds enough bad events by then; null: the alert never
   * fires.
   */
  readonly detectedAfter: string | null;
  /** Reset time after an outage that filled the short window; null: the alert never fired. */
  readonly resolvedAfter: string | null;
}

/** An SLO whose first bad event fires an alert. */
export interface ZeroToleranceDefinition extends DefinitionHead {
  readonly kind: "zero-tolerance";
  readonly priority: Priority;
  readonly queries: Pick<BudgetQueries, "violated">;
}
