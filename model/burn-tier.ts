import type { Priority } from "./alert";
import { days, hours, milliseconds, minutes, seconds } from "./duration";
import type { Duration } from "./duration";
import { errorBudget, periodDays } from "./slo";
import type { BudgetedSlo } from "./slo";

/** Names of the tiers, fastest first: the long window of each. Label `burn_tier`. */
export const TIER_NAMES = ["1h", "6h", "1d", "3d"] as const;

/** One of {@link TIER_NAMES}. */
export type TierName = (typeof TIER_NAMES)[number];

interface TierShape {
  readonly name: TierName;
  /** Window over which the budget must burn. */
  readonly long: Duration;
  /** Window that shows that it burns still, so that the alert ends soon after the fault. */
  readonly short: Duration;
  readonly speed: "fast" | "slow";
  readonly for: Duration;
  readonly keepFiringFor: Duration;
  /** Share of the budget that is gone when the tier speaks, by length of the period. */
  readonly share: { readonly week: number; readonly month: number };
}

/**
 * Multi-window, multi-burn-rate tiers with the shares of the SRE workbook for a month and of Sloth's catalogue for a week.
 * @see https://sre.google/workbook/alerting-on-slos/#6-multiwindow-multi-burn-rate-alerts
 */
const SHAPES: readonly TierShape[] = [
  {
    name: "1h",
    long: hours(1),
    short: minutes(5),
    speed: "fast",
    for: seconds(0),
    keepFiringFor: minutes(5),
    share: { week: 0.08, month: 0.02 },
  },
  {
    name: "6h",
    long: hours(6),
    short: minutes(30),
    speed: "fast",
    for: seconds(0),
    keepFiringFor: minutes(5),
    share: { week: 0.125, month: 0.05 },
  },
  {
    name: "1d",
    long: days(1),
    short: hours(2),
    speed: "slow",
    for: minutes(15),
    keepFiringFor: seconds(0),
    share: { week: 0.2, month: 0.1 },
  },
  {
    name: "3d",
    long: days(3),
    short: hours(6),
    speed: "slow",
    for: minutes(15),
    keepFiringFor: seconds(0),
    share: { week: 0.42, month: 0.1 },
  },
];

/** From this length on the shares are those of a month; below, they would let factors fall under 1. */
const MONTH_LIKE_DAYS = 21;

/** A tier as it holds for one promise. */
export interface BurnTier extends Omit<TierShape, "share"> {
  /** Share of the budget that is gone when it speaks, 0 to 1. */
  readonly share: number;
  /** How many times faster than sustainable the budget burns: share × period / long window. */
  readonly factor: number;
  /** Error ratio above which it speaks: factor × budget. */
  readonly threshold: number;
  readonly priority: Priority;
}

/** Every tier of a promise, those included whose threshold no error ratio exceeds. */
export function allTiers(slo: BudgetedSlo): readonly BurnTier[] {
  if (slo.volume === "low") return [];
  const length = periodDays(slo);
  return SHAPES.map((shape) => {
    const share = shape.share[length < MONTH_LIKE_DAYS ? "week" : "month"];
    const factor = share * (slo.period.milliseconds / shape.long.milliseconds);
    return {
      ...shape,
      share,
      factor: Number(factor.toPrecision(12)),
      threshold: Number((factor * errorBudget(slo)).toPrecision(12)),
      priority: shape.speed === "fast" ? slo.page : "P2",
    };
  });
}

/** An error ratio is never above 1, so a threshold of 1 or more says nothing. */
export const canFire = ({ threshold }: BurnTier): boolean => threshold < 1;

/** The tiers that a promise gets. */
export const burnTiers = (slo: BudgetedSlo): readonly BurnTier[] =>
  allTiers(slo).filter(canFire);

/**
 * Time from the beginning of an outage until the tier speaks, its `for` included, to which the next evaluation is added. Too few bad events delay it.
 * @param errorRatio share of requests that fail, above 0, at most 1
 * @returns undefined where so small an outage never reaches it
 */
export const timeToDetect = (
  { threshold, long, for: pending }: BurnTier,
  errorRatio: number,
): Duration | undefined =>
  errorRatio > threshold
    ? milliseconds(
        Math.round(
          (long.milliseconds * threshold) / errorRatio + pending.milliseconds,
        ),
      )
    : undefined;

/** Time from the end of an outage, which filled the short window, until the tier is quiet, before the next evaluation. */
export const timeToResolve = (
  { threshold, short, keepFiringFor }: BurnTier,
  errorRatio: number,
): Duration | undefined =>
  errorRatio > threshold
    ? milliseconds(
        Math.round(
          short.milliseconds * (1 - threshold / errorRatio) +
            keepFiringFor.milliseconds,
        ),
      )
    : undefined;
