import { burnTiers } from "./burn-tier";
import type { PanelThresholds } from "./dashboard";
import type { Duration } from "./duration";
import { percent } from "./ratio";
import type { BudgetedSloDeclaration } from "./slo";
import { wholeBudgetedSlo } from "./whole-service";
import { TIERS } from "./slo-tiers";
import { count } from "./threshold";

/** `uid` of the generated page of a system's SLOs. */
export const sloDashboardUid = (system: string): string => `${system}-slos`;

/**
 * The SLO page of the system that an alert is about, for alerts whose system comes from the series.
 */
export const SLO_DASHBOARD_OF_SERIES = sloDashboardUid("{{ $labels.system }}");

/** Colours of the remaining error budget, a ratio: overspent, nearly spent, half spent. */
export const REMAINING_STEPS: PanelThresholds = {
  kind: "steps",
  base: "red",
  steps: [
    { colour: "orange", from: percent(0) },
    { colour: "yellow", from: percent(25) },
    { colour: "green", from: percent(50) },
  ],
};

/** Windows of burn-rate graphs, shortest first: those of the tiers whose factor has a colour. */
export const SHOWN_WINDOWS: readonly Duration[] = TIERS.filter(
  ({ colour }) => colour !== undefined,
).map(({ long }) => long);

/** Colours of a burn rate, lowest first: the factors at which the SLO's tiers fire. */
export function burnRateSteps(slo: BudgetedSloDeclaration): PanelThresholds {
  const steps = burnTiers(wholeBudgetedSlo(slo))
    .flatMap(({ colour, factor }) =>
      colour === undefined
        ? []
        : [{ colour, from: count(factor, "times too fast") }],
    )
    .reverse();
  return steps.length === 0
    ? { kind: "none" }
    : { kind: "steps", base: "green", steps };
}
