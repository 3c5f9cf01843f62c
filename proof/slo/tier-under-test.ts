import { TIER_NAMES } from "../../model/burn-tier";
import type { BurnTier } from "../../model/burn-tier";
import { minimumBadEvents } from "../../model/slo";
import type { BudgetedSlo } from "../../model/slo";
import type { AlertRuleText } from "../../prometheus/rules/rule-group";

/** What every test of a tier is made of. */
export interface TierUnderTest {
  readonly slo: BudgetedSlo;
  readonly tier: BurnTier;
  readonly rule: AlertRuleText;
  readonly system: string;
  /** Whether the promise reads what is recorded, and not raw series. */
  readonly recorded: boolean;
}

/** So much traffic that the guard of few events does not speak. */
export const plenty = ({ slo, tier }: TierUnderTest): number =>
  Math.max(1000, (2 * minimumBadEvents(slo)) / tier.threshold) / 60;

/** Whether its windows are the shortest, which are looked at most closely. */
export const isFastest = ({ name }: BurnTier): boolean =>
  name === TIER_NAMES[0];

/** Whether its outage is the longest. */
export const isSlowest = ({ name }: BurnTier): boolean =>
  name === TIER_NAMES.at(-1);
