import type { Priority } from "./alert";
import type { Defaulted } from "./defaulted";
import type { Duration } from "./duration";
import type { Ratio } from "./ratio";

/**
 * A moment or an event of one kind, as the series of the application show it, so that the promise
 * can be proved with raw data. For events: series that each grow by one when it happens. For
 * moments: series with the value they have while it lasts.
 */
export type Example = Readonly<Record<string, number>>;

/** What every promise states. */
interface SloFields {
  /** Label `slo`: kebab case, unique within its system; it never changes. */
  readonly name: string;
  /** What is promised, one sentence for people. */
  readonly description: string;
  /**
   * `seed` where it was asked for, `derived` where its owner may still change the objective.
   * @default "seed"
   */
  readonly origin?: "seed" | "derived";
  /** Length of the rolling window, in whole days, 7 or more. @default 30 days */
  readonly period: Duration;
  /** PromQL of what went wrong. */
  readonly bad: string;
  /** Labels that are kept: each of their values has a budget of its own. @default none */
  readonly groupBy?: readonly string[];
  /** Priority of the alerts about fast burn. The slow ones are P2. */
  readonly page: Priority;
  /**
   * A good and a bad event or moment; and what the same metrics show that is neither, where there
   * is such. Of a `value` the good moment is wholly good and the bad one wholly bad; both lie close
   * to the limit, where there is one. Where it is the best or the worst of several series, they
   * name two that differ.
   */
  readonly examples: {
    readonly good: Example;
    readonly bad: Example;
    readonly other?: Example;
  };
}

/** What a promise with an error budget states besides. */
interface BudgetFields extends SloFields {
  /** Share of good events, above 0 and below 100 percent. */
  readonly objective: Ratio;
  /** PromQL of everything that happened. */
  readonly total: string;
  /**
   * `low` is a few events per hour or fewer: no burn rate means anything then, only the budget
   * itself is watched. @default "normal"
   */
  readonly volume: "normal" | "low";
  /**
   * Bad events in the long window of a tier below which it stays quiet: two failures at night wake
   * nobody. For a `value` they are bad seconds.
   * @default 5 events, or 60 seconds
   */
  readonly minimumBadEvents?: number;
  /**
   * Whether a total without any series, while targets answer, is a fault. False where the
   * application shows no series before its first event.
   * @default true for volume `normal`, false for `low` and for what is filled with zeros
   */
  readonly expectsTraffic?: boolean;
  /**
   * Whether its queries say 0 where nothing was ever counted, as `… or vector(0)` does. Then
   * nothing and silence look the same, and only the alert of `noData` tells them apart.
   * @default false
   */
  readonly zeroFilled?: boolean;
  /**
   * A series with the error ratio of the calendar month, complete days of UTC, for reports.
   * @default none
   */
  readonly calendar?: "month";
  /**
   * Budget as its owner stated it; it must be what objective and period give. @default not stated
   */
  readonly statedBudget?: Duration;
}

/** Events, counted: `bad` and `total` are rates per second over 5 minutes. */
export interface RequestSlo extends BudgetFields {
  readonly kind: "request";
}

/**
 * Moments, measured: `bad` is the share of now that is bad, 0 to 1, `total` is 1 where that is
 * known.
 */
export interface ValueSlo extends BudgetFields {
  readonly kind: "value";
}

/** Nothing of the kind may happen: no budget, one alert on the first bad event. */
export interface ZeroToleranceSlo extends SloFields {
  readonly kind: "zero-tolerance";
}

/** A promise to the users of a system, judged over a window that rolls. */
export type Slo = RequestSlo | ValueSlo | ZeroToleranceSlo;

/** A promise over events as it is declared. */
export type RequestSloDeclaration = Defaulted<RequestSlo, "period" | "volume">;

/** A promise that may be broken a little as it is declared. */
export type BudgetedSloDeclaration =
  RequestSloDeclaration | Defaulted<ValueSlo, "period" | "volume">;

/** A promise as it is declared. */
export type SloDeclaration =
  BudgetedSloDeclaration | Defaulted<ZeroToleranceSlo, "period">;

/** A promise that may be broken a little. */
export type BudgetedSlo = RequestSlo | ValueSlo;

/** Those that have a budget. */
export const budgeted = (slos: readonly Slo[]): readonly BudgetedSlo[] =>
  slos.filter((slo) => slo.kind !== "zero-tolerance");

/** Share of events that may be bad: what the objective leaves. */
export const errorBudget = ({ objective }: BudgetedSlo): number =>
  Number((1 - objective.value).toPrecision(12));

/** Whether a total without series is a fault. */
export const expectsTraffic = (slo: BudgetedSlo): boolean =>
  slo.expectsTraffic ?? (slo.volume === "normal" && slo.zeroFilled !== true);

/** Bad events in the long window below which a tier stays quiet. */
export const minimumBadEvents = (slo: BudgetedSlo): number =>
  slo.minimumBadEvents ?? (slo.kind === "request" ? 5 : 60);

/** Length of the rolling window in days. */
export const periodDays = ({ period }: Slo): number =>
  period.milliseconds / 86_400_000;
