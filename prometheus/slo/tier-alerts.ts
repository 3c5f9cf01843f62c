import type { AlertDefinition, Priority } from "../../model/alert";
import { burnTiers } from "../../model/burn-tier";
import type { BurnTier } from "../../model/burn-tier";
import { decimal } from "../../model/decimal";
import { minutes } from "../../model/duration";
import type { Duration } from "../../model/duration";
import { remembered, rememberedLast } from "../../model/remembered";
import {
  minimumBadEvents,
  minimumEvents,
  minimumRecentBadEvents,
} from "../../model/slo";
import type { BudgetedSlo, Slo, ZeroToleranceSlo } from "../../model/slo";
import { sloDashboardUid } from "../../model/slo-dashboard";
import {
  tierDescription,
  violationDescription,
  violationSubject,
} from "./alert-texts";
import { SLO_SERIES } from "./slo-series";
import { summing } from "./summing";

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
 * Burn rate over the long window, burn rate over the short one, so that it resolves soon, and
 * enough events for a share to mean something: bad ones in both windows, all in the long one.
 * Counts are estimates from rates, so they are rounded. Value of the alert: the error ratio over
 * the long window.
 */
function tierAlert(
  tier: BurnTier,
  slo: BudgetedSlo,
  system: string,
): AlertDefinition {
  const selector = `{system="${system}", slo="${slo.name}"}`;
  const threshold = decimal(tier.threshold);
  const atLeast = (
    minimum: number,
    which: "bad" | "total",
    window: Duration,
  ): string =>
    `round(${SLO_SERIES.events(which, window)}${selector} * ${decimal(window.seconds)}) >= ${decimal(minimum)}`;
  return {
    ...common(slo, system, tier.priority),
    name:
      tier.speed === "fast"
        ? "SloErrorBudgetBurnFast"
        : "SloErrorBudgetBurnSlow",
    expr: `${SLO_SERIES.errorRatio(tier.long)}${selector} > ${threshold}
  and ${SLO_SERIES.errorRatio(tier.short)}${selector} > ${threshold}
  and ${atLeast(minimumBadEvents(slo), "bad", tier.long)}
  and ${atLeast(minimumRecentBadEvents(slo), "bad", tier.short)}
  and ${atLeast(minimumEvents(slo), "total", tier.long)}`,
    for: tier.for,
    keepFiringFor: tier.keepFiringFor,
    severity: tier.speed === "fast" ? "critical" : "warning",
    labels: { slo: slo.name, burn_tier: tier.name },
    summary: `${subject(slo, system)} burns its error budget more than ${decimal(tier.factor)} times too fast`,
    description: tierDescription(tier, slo, system),
    action: slo.action ?? WHAT_CHANGED,
    runbook: "slo/error-budget-burn",
  };
}

const WHAT_CHANGED =
  "Look at what changed when the burn rate rose; stop or revert it before looking for the cause.";

const violationAlert = (
  slo: ZeroToleranceSlo,
  system: string,
): AlertDefinition => ({
  ...common(slo, system, slo.page),
  name: "SloZeroToleranceViolated",
  expr: `${summing(slo.groupBy)}(${slo.bad}) > 0`,
  for: minutes(0),
  severity: "critical",
  labels: { slo: slo.name },
  summary: `${subject(slo, system)} is violated by ${violationSubject(slo)}`,
  description: violationDescription(slo, system),
  action:
    slo.action ??
    "See on the dashboard what began when the SLO was last met, and stop or revert that.",
  runbook: "slo/zero-tolerance",
});

const common = (slo: Slo, system: string, priority: Priority) => ({
  priority,
  ...(slo.path === undefined || priority !== slo.page
    ? {}
    : { path: slo.path }),
  condition: `slo-${slo.name}`,
  dashboard: sloDashboardUid(system),
});

/** The SLO, with the values of the labels it groups by. */
const subject = (slo: Slo, system: string): string =>
  [
    `${system}/${slo.name}`,
    ...(slo.groupBy ?? []).map((label) => `${label} {{ $labels.${label} }}`),
  ].join(", ");
