import type { AlertDefinition, Priority } from "../../model/alert";
import { burnTiers } from "../../model/burn-tier";
import type { BurnTier } from "../../model/burn-tier";
import { decimal } from "../../model/decimal";
import { milliseconds, minutes } from "../../model/duration";
import { remembered, rememberedLast } from "../../model/remembered";
import { minimumBadEvents } from "../../model/slo";
import type { BudgetedSlo, Slo, ZeroToleranceSlo } from "../../model/slo";
import { sloDashboardUid } from "../../model/slo-dashboard";
import { SLO_SERIES } from "./slo-series";

/** The alerts of an SLO: one for each tier, or one for the first bad event. */
export const sloAlerts = (
  slo: Slo,
  system: string,
): readonly AlertDefinition[] => alertsOf(slo)(system);

const alertsOf = remembered((slo: Slo) =>
  rememberedLast((system: string): readonly AlertDefinition[] =>
    slo.kind === "zero-tolerance"
      ? [violationAlert(slo, system)]
      : burnTiers(slo).map((tier) => tierAlert(tier, slo, system)),
  ),
);

/**
 * Burn rate over the long window, burn rate over the short one, so that it resolves soon, and the
 * minimum of bad events in the long one. Value of the alert: the error ratio over the long window.
 */
function tierAlert(
  tier: BurnTier,
  slo: BudgetedSlo,
  system: string,
): AlertDefinition {
  const selector = `{system="${system}", slo="${slo.name}"}`;
  const threshold = decimal(tier.threshold);
  const seconds = decimal(tier.long.seconds);
  const exhausted = milliseconds(
    Math.round(slo.period.milliseconds / tier.factor / 60_000) * 60_000,
  );
  return {
    ...common(slo, system, tier.priority),
    name:
      tier.speed === "fast"
        ? "SloErrorBudgetBurnFast"
        : "SloErrorBudgetBurnSlow",
    expr: `${SLO_SERIES.errorRatio(tier.long)}${selector} > ${threshold}
  and ${SLO_SERIES.errorRatio(tier.short)}${selector} > ${threshold}
  and ${SLO_SERIES.events("bad", tier.long)}${selector} * ${seconds} >= ${decimal(minimumBadEvents(slo))}`,
    for: tier.for,
    keepFiringFor: tier.keepFiringFor,
    severity: tier.speed === "fast" ? "critical" : "warning",
    labels: { slo: slo.name, burn_tier: tier.name },
    summary: `${subject(slo, system)} burns its error budget more than ${decimal(tier.factor)} times too fast`,
    description: `{{ $value | humanizePercentage }} failed over ${tier.name}; the objective of ${percentText(slo)} allows ${decimal(tier.threshold * 100)} % here, and at that rate the budget of ${slo.period.toString()} lasts ${exhausted.toString()}.`,
    action:
      "Look at what changed when the burn rate rose; stop or revert it before looking for the cause.",
    runbook: "slo/error-budget-burn",
  };
}

const violationAlert = (
  slo: ZeroToleranceSlo,
  system: string,
): AlertDefinition => ({
  ...common(slo, system, slo.page),
  name: "SloZeroToleranceViolated",
  expr: `${SLO_SERIES.violated}{system="${system}", slo="${slo.name}"} == 1`,
  for: minutes(0),
  severity: "critical",
  labels: { slo: slo.name },
  summary: `${subject(slo, system)}: an event occurred that the SLO forbids`,
  description: slo.description,
  runbook: "slo/zero-tolerance",
});

const common = (slo: Slo, system: string, priority: Priority) => ({
  priority,
  condition: `slo-${slo.name}`,
  dashboard: sloDashboardUid(system),
});

/** The SLO, with the values of the labels it groups by. */
const subject = (slo: Slo, system: string): string =>
  [
    `${system}/${slo.name}`,
    ...(slo.groupBy ?? []).map((label) => `${label} {{ $labels.${label} }}`),
  ].join(", ");

const percentText = ({ objective }: BudgetedSlo): string =>
  `${decimal(objective.value * 100)} %`;
