import { burnTiers } from "./burn-tier";
import type { TierName } from "./burn-tier";
import type { Colour, PanelThresholds } from "./dashboard";
import { percent } from "./ratio";
import type { BudgetedSloDeclaration } from "./slo";
import { wholeBudgetedSlo } from "./whole-service";
import { count } from "./threshold";

/** `uid` of the page that is generated for the promises of a system. */
export const sloDashboardUid = (system: string): string => `${system}-slos`;

/** The page of the system that an alert about all systems speaks of; only for alerts that keep the system of their series. */
export const SLO_DASHBOARD_OF_SERIES = sloDashboardUid("{{ $labels.system }}");

/** Colours of what remains of a budget, a share: overdrawn, nearly gone, half gone. */
export const REMAINING_STEPS: PanelThresholds = {
  kind: "steps",
  base: "red",
  steps: [
    { colour: "orange", from: percent(0) },
    { colour: "yellow", from: percent(25) },
    { colour: "green", from: percent(50) },
  ],
};

/** Tiers whose factor a picture of burn rates shows, lowest first. Over a day there is none: no picture has that window. */
const SHOWN: readonly (readonly [TierName, Colour])[] = [
  ["3d", "yellow"],
  ["6h", "orange"],
  ["1h", "red"],
];

/** Colours of a burn rate: the factors at which the promise's tiers speak, as far as it has them. */
export function burnRateSteps(slo: BudgetedSloDeclaration): PanelThresholds {
  const tiers = burnTiers(wholeBudgetedSlo(slo));
  const steps = SHOWN.flatMap(([name, colour]) =>
    tiers
      .filter((tier) => tier.name === name)
      .map(({ factor }) => ({
        colour,
        from: count(factor, "times too fast"),
      })),
  );
  return steps.length === 0
    ? { kind: "none" }
    : { kind: "steps", base: "green", steps };
}
