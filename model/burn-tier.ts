import type { Priority } from "./alert";
import { atMost } from "./notification-path";
import { remembered } from "./remembered";
import { errorBudget, periodDays } from "./slo";
import type { BudgetedSlo } from "./slo";
import { TIERS } from "./slo-tiers";
import type { TierShape } from "./slo-tiers";

/** Name of a tier, its long window: label `burn_tier`. */
export const tierName = ({ long }: Pick<TierShape, "long">): string =>
  long.toString();

/** Names of the tiers, fastest first. */
export const TIER_NAMES: readonly string[] = TIERS.map(tierName);

/**
 * From this length on the shares are those of a month; for shorter periods they would give factors
 * below 1.
 */
const MONTH_LIKE_DAYS = 21;

/** A tier as it holds for one SLO. */
export interface BurnTier extends Omit<TierShape, "share"> {
  readonly name: string;
  /** Share of the budget that is spent when it fires, 0 to 1. */
  readonly share: number;
  /** How many times faster than sustainable the budget burns: share × period / long window. */
  readonly factor: number;
  /** Error ratio above which it fires: factor × budget. */
  readonly threshold: number;
  readonly priority: Priority;
}

/** Every tier of an SLO, including those whose threshold no error ratio can exceed. */
export const allTiers = remembered((slo: BudgetedSlo): readonly BurnTier[] => {
  if (slo.volume === "low") return [];
  const length = periodDays(slo);
  return TIERS.map((shape) => {
    const share = shape.share[length < MONTH_LIKE_DAYS ? "week" : "month"];
    const factor = share * (slo.period.milliseconds / shape.long.milliseconds);
    return {
      ...shape,
      name: tierName(shape),
      share,
      factor: Number(factor.toPrecision(12)),
      threshold: Number((factor * errorBudget(slo)).toPrecision(12)),
      priority:
        shape.speed === "fast" || atMost("P2").includes(slo.page)
          ? slo.page
          : "P2",
    };
  });
});

/** An error ratio is never above 1, so a threshold of 1 or more can never fire. */
export const canFire = ({ threshold }: BurnTier): boolean => threshold < 1;

/** The tiers that an SLO gets. */
export const burnTiers = (slo: BudgetedSlo): readonly BurnTier[] =>
  allTiers(slo).filter(canFire);
