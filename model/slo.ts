import type { Priority } from "./alert";
import type { Defaulted } from "./defaulted";
import type { Duration } from "./duration";
import type { NotificationPath } from "./notification-path";
import type { Ratio } from "./ratio";

/**
 * One event, or one moment, as the application's series show it, so that the SLO can be proved with
 * raw data. Events: series that each grow by one per event. Moments: series with their value at
 * that moment.
 */
export type Example = Readonly<Record<string, number>>;

/** Fields that every SLO has. */
interface SloFields {
  /** Label `slo`: kebab-case, unique within its system; it never changes. */
  readonly name: string;
  /** The objective, in one sentence. */
  readonly description: string;
  /**
   * `seed` if it was specified, `derived` if its owner may still change the objective.
   * @default "seed"
   */
  readonly origin?: "seed" | "derived";
  /** Length of the rolling window, in whole days, 7 or more. @default 30 days */
  readonly period: Duration;
  /** PromQL of bad events. */
  readonly bad: string;
  /**
   * Labels to group by: each combination of values has an error budget of its own.
   * @default none
   */
  readonly groupBy?: readonly string[];
  /** Priority of the fast-burn alerts. Slow ones are P2, or the same if that is less urgent. */
  readonly page: Priority;
  /**
   * The notification path of its alerts of the priority `page`, where it differs from that
   * priority's: those of one fault share a page only at one receiver.
   * @default by the system's priorities
   */
  readonly path?: NotificationPath;
  /**
   * What its queries count, in the plural: `requests`, `critical findings`. Messages show counts.
   * @default events
   */
  readonly unit?: string;
  /**
   * The first action when one of its alerts fires, in one sentence.
   * @default to look at what changed
   */
  readonly action?: string;
  /**
   * A good and a bad event or moment; and what the same metrics show that is neither, where there
   * is any. Of a `value` the good moment is wholly good and the bad one wholly bad; both lie close
   * to the limit, where there is one. If it is the best or the worst of several series, they name
   * two that differ.
   */
  readonly examples: {
    readonly good: Example;
    readonly bad: Example;
    readonly other?: Example;
  };
}

/** Where an outage shows that no request shows. */
export interface OutageSign {
  /** Label `probe` of a probe of the system. */
  readonly probe: string;
}

/** Fields of an SLO with an error budget. */
interface BudgetFields extends SloFields {
  /** Target share of good events, above 0 and below 100 percent. */
  readonly objective: Ratio;
  /** PromQL of all events. */
  readonly total: string;
  /**
   * `low` is a few events per hour or fewer. Burn rates mean nothing then, so only the spent budget
   * is watched.
   * @default "normal"
   */
  readonly volume: "normal" | "low";
  /**
   * Minimum number of bad events in a tier's long window: two failures at night page nobody. For a
   * `value` they are bad seconds.
   * @default 5 events, or 60 seconds
   */
  readonly minimumBadEvents?: number;
  /**
   * Whether an empty total is a fault while targets are up. False if the application shows no
   * series before its first event.
   * @default true for volume `normal`, false for `low` and for what is filled with zeros
   */
  readonly expectsTraffic?: boolean;
  /**
   * Whether its queries return 0 if nothing was ever counted, as `… or vector(0)` does. Then only
   * the alert of `noData` distinguishes absent metrics from zero.
   * @default false
   */
  readonly zeroFilled?: boolean;
  /**
   * What shows an outage in which nothing is counted: while the probe of this label fails at every
   * address, or nothing of the system is left, events that are missing from the usual number are
   * bad. For the availability of systems that serve.
   * @default none: only what is counted can be bad
   */
  readonly outage?: OutageSign;
  /**
   * A series with the error ratio of the calendar month, complete days of UTC, for reports.
   * @default none
   */
  readonly calendar?: "month";
  /**
   * Error budget as its owner stated it; it must equal what objective and period give.
   * @default not stated
   */
  readonly statedBudget?: Duration;
}

/** Events, counted: `bad` and `total` are rates per second over 5 minutes. */
export interface RequestSlo extends BudgetFields {
  readonly kind: "request";
}

/**
 * Moments, measured: `bad` is the current share that is bad, 0 to 1, `total` is 1 where it is
 * known.
 */
export interface ValueSlo extends BudgetFields {
  readonly kind: "value";
}

/** No bad event is allowed: no budget, one alert on the first bad event. */
export interface ZeroToleranceSlo extends SloFields {
  readonly kind: "zero-tolerance";
  /**
   * All of which the bad are some, whatever it groups by: a query, and what it counts, in the
   * plural.
   * @default messages show only how many are bad
   */
  readonly outOf?: { readonly query: string; readonly unit: string };
}

/** An SLO, judged over a rolling window. */
export type Slo = RequestSlo | ValueSlo | ZeroToleranceSlo;

/** An SLO over events as it is declared. */
export type RequestSloDeclaration = Defaulted<RequestSlo, "period" | "volume">;

/** An SLO with an error budget as it is declared. */
export type BudgetedSloDeclaration =
  RequestSloDeclaration | Defaulted<ValueSlo, "period" | "volume">;

/** An SLO as it is declared. */
export type SloDeclaration =
  BudgetedSloDeclaration | Defaulted<ZeroToleranceSlo, "period">;

/** An SLO with an error budget. */
export type BudgetedSlo = RequestSlo | ValueSlo;

/** SLOs with an error budget. */
export const budgeted = (slos: readonly Slo[]): readonly BudgetedSlo[] =>
  slos.filter((slo) => slo.kind !== "zero-tolerance");

/** The error budget as a ratio: 1 - objective. */
export const errorBudget = ({ objective }: BudgetedSlo): number =>
  Number((1 - objective.value).toPrecision(12));

/** Whether an empty total is a fault. */
export const expectsTraffic = (slo: BudgetedSlo): boolean =>
  slo.expectsTraffic ?? (slo.volume === "normal" && slo.zeroFilled !== true);

/** Minimum number of bad events in a tier's long window. */
export const minimumBadEvents = (slo: BudgetedSlo): number =>
  slo.minimumBadEvents ?? (slo.kind === "request" ? 5 : 60);

/**
 * Minimum number of bad events in a tier's short window: three of five. What was spent before is in
 * the long window, and one more failure at night would be all of the short one.
 */
export const minimumRecentBadEvents = (slo: BudgetedSlo): number =>
  RECENT_SHARE * minimumBadEvents(slo);

/** Share of the minimum of bad events that must be in the short window. */
export const RECENT_SHARE = 0.6;

/** Minimum number of events in a tier's long window: a share says little of fewer. */
export const minimumEvents = (slo: BudgetedSlo): number =>
  EVENTS_PER_BAD * minimumBadEvents(slo);

/** Minimum of events, as a multiple of the minimum of bad ones. */
export const EVENTS_PER_BAD = 2;

/** Length of the rolling window in days. */
export const periodDays = ({ period }: Slo): number =>
  period.milliseconds / 86_400_000;
