import { burnTiers } from "../../model/burn-tier";
import type { BurnTier } from "../../model/burn-tier";
import { decimal } from "../../model/decimal";
import { seconds } from "../../model/duration";
import type { Duration } from "../../model/duration";
import { rememberedLast } from "../../model/remembered";
import type { Service } from "../../model/service";
import { errorBudget, minimumBadEvents } from "../../model/slo";
import type { BudgetedSlo, Slo, ZeroToleranceSlo } from "../../model/slo";
import { timeToDetect, timeToResolve } from "./outage-times";
import { SLO_SERIES } from "./slo-series";
import { RECORDED_WINDOWS } from "./slo-windows";
import type {
  BudgetDefinition,
  BudgetQueries,
  BudgetedDefinition,
  DefinitionHead,
  SloDefinitions,
  TierDefinition,
  ZeroToleranceDefinition,
} from "./definition-form";

/** Error ratios for which detection times are listed: full outage, a tenth, a hundredth. */
const OUTAGES = [1, 0.1, 0.01];

/** The definitions of all SLOs of a system. */
export const sloDefinitions = rememberedLast(
  ({ key, displayName, slos }: Service): SloDefinitions => ({
    version: 1,
    system: key,
    displayName,
    slos: slos.map((slo) =>
      slo.kind === "zero-tolerance"
        ? zeroTolerance(slo, key)
        : budgetedDefinition(slo, key),
    ),
  }),
);

const head = ({
  name,
  description,
  period,
  groupBy = [],
}: Slo): DefinitionHead => ({
  name,
  promise: description,
  period: period.toString(),
  dims: groupBy,
});

const selectorOf = ({ name }: Slo, system: string): string =>
  `{system="${system}", slo="${name}"}`;

const zeroTolerance = (
  slo: ZeroToleranceSlo,
  system: string,
): ZeroToleranceDefinition => ({
  kind: slo.kind,
  ...head(slo),
  priority: slo.page,
  queries: { violated: `${SLO_SERIES.violated}${selectorOf(slo, system)}` },
});

const budgetedDefinition = (
  slo: BudgetedSlo,
  system: string,
): BudgetedDefinition => ({
  kind: slo.kind,
  ...head(slo),
  objective: slo.objective.value,
  budget: budget(slo),
  volume: slo.volume,
  tiers: burnTiers(slo).map((tier) =>
    tierDefinition(tier, minimumBadEvents(slo)),
  ),
  queries: queries(slo, selectorOf(slo, system)),
});

function budget(slo: BudgetedSlo): BudgetDefinition {
  const ratio = errorBudget(slo);
  const minutes = exact((slo.period.seconds / 60) * ratio);
  const perMillion = exact(ratio * 1_000_000);
  return {
    ratio,
    minutes,
    perMillion,
    counting:
      slo.kind === "request"
        ? `Of a million events ${decimal(perMillion)} may be bad; the ${decimal(minutes)} minutes assume a constant event rate.`
        : `Of a million seconds ${decimal(perMillion)} may be bad, ${decimal(minutes)} minutes in ${slo.period.toString()}.`,
  };
}

function queries(slo: BudgetedSlo, selector: string): BudgetQueries {
  const eventsInPeriod = (which: "bad" | "total"): string =>
    `${SLO_SERIES.events(which, slo.period)}${selector} * ${decimal(slo.period.seconds)}`;
  return {
    errorRatio: Object.fromEntries(
      RECORDED_WINDOWS.map((window) => [
        window.toString(),
        `${SLO_SERIES.errorRatio(window)}${selector}`,
      ]),
    ),
    periodErrorRatio: `${SLO_SERIES.periodErrorRatio}${selector}`,
    ...(slo.calendar === "month"
      ? { monthErrorRatio: `${SLO_SERIES.monthErrorRatio}${selector}` }
      : {}),
    badEvents: eventsInPeriod("bad"),
    allowedBadEvents: `${eventsInPeriod("total")} * ${decimal(errorBudget(slo))}`,
    budgetRemaining: `${SLO_SERIES.budgetRemaining}${selector}`,
    violated: `${SLO_SERIES.violated}${selector}`,
  };
}

const tierDefinition = (tier: BurnTier, minimum: number): TierDefinition => ({
  name: tier.name,
  longWindow: tier.long.toString(),
  shortWindow: tier.short.toString(),
  for: tier.for.toString(),
  keepFiringFor: tier.keepFiringFor.toString(),
  budgetShare: tier.share,
  factor: tier.factor,
  threshold: tier.threshold,
  priority: tier.priority,
  minimumBadEvents: minimum,
  outages: OUTAGES.map((errorRatio) => ({
    errorRatio,
    detectedAfter: wholeSeconds(timeToDetect(tier, errorRatio)),
    resolvedAfter: wholeSeconds(timeToResolve(tier, errorRatio)),
  })),
});

const wholeSeconds = (length: Duration | undefined): string | null =>
  length === undefined ? null : seconds(Math.ceil(length.seconds)).toString();

/** Rounds away digits that come only from binary fractions. */
const exact = (value: number): number => Number(decimal(value));
