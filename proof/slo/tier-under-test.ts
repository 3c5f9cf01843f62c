import { TIER_NAMES } from "../../model/burn-tier";
import type { BurnTier } from "../../model/burn-tier";
import { minimumBadEvents } from "../../model/slo";
import type { BudgetedSlo } from "../../model/slo";
import type { AlertRuleText } from "../../prometheus/rules/rule-group";

/** Parameters of the tests of one tier. */
export interface TierUnderTest {
  readonly slo: BudgetedSlo;
  readonly tier: BurnTier;
  readonly rule: AlertRuleText;
  readonly system: string;
  /** Whether the SLO reads recorded series instead of raw ones. */
  readonly recorded: boolean;
}

/** Enough traffic for the minimum of bad events. */
export const plenty = ({ slo, tier }: TierUnderTest): number =>
  Math.max(1000, (2 * minimumBadEvents(slo)) / tier.threshold) / 60;

/** Whether its windows are the shortest, which are tested most closely. */
export const isFastest = ({ name }: BurnTier): boolean =>
  name === TIER_NAMES[0];

/** Whether it has the longest outage. */
export const isSlowest = ({ name }: BurnTier): boolean =>
  name === TIER_NAMES.at(-1);
