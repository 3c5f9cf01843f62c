import type { Duration } from "../../model/duration";
import type { BudgetedSlo } from "../../model/slo";
import { SLO_SERIES } from "./slo-series";
import { BURN_RATE_WINDOWS, RECORDED_WINDOWS } from "./slo-windows";
import type { Rule } from "../rules/rule-group";

/**
 * Label matchers, without braces, of all SLOs of a system, or of those with one period where it has
 * several.
 */
export function selectorOf(
  system: string,
  slos: readonly BudgetedSlo[],
  period?: Duration,
): string {
  const own = slos.filter(
    (slo) => period?.milliseconds === slo.period.milliseconds,
  );
  return period === undefined || own.length === slos.length
    ? `system="${system}"`
    : `system="${system}", slo=~"${own.map(({ name }) => name).join("|")}"`;
}

/**
 * Error ratios over each window and each period, with no sample without events; and how many bad
 * events each period has.
 */
export const errorRatioRules = (
  system: string,
  slos: readonly BudgetedSlo[],
  periods: readonly Duration[],
): readonly Rule[] => [
  ...RECORDED_WINDOWS.map((window) => ({
    record: SLO_SERIES.errorRatio(window),
    expr: ratio(window, selectorOf(system, slos)),
    labels: { system },
  })),
  {
    record: SLO_SERIES.periodErrorRatio,
    expr: periods
      .map((period) => ratio(period, selectorOf(system, slos, period)))
      .join("\n  or "),
    labels: { system },
  },
  {
    record: SLO_SERIES.periodBadEvents,
    expr: periods
      .map(
        (period) =>
          `${SLO_SERIES.events("bad", period)}{${selectorOf(system, slos, period)}} * ${String(period.seconds)}`,
      )
      .join("\n  or "),
    labels: { system },
  },
];

const ratio = (window: Duration, selector: string): string =>
  `${SLO_SERIES.events("bad", window)}{${selector}}
  / (${SLO_SERIES.events("total", window)}{${selector}} > 0)`;

/**
 * Series computed from the ratios and the budget: burn rate, remaining budget, and whether the SLO
 * is breached.
 */
export function budgetRules(system: string): readonly Rule[] {
  const selector = `{system="${system}"}`;
  const perBudget = `/ on (system, slo) group_left () ${SLO_SERIES.errorBudget}${selector}`;
  return [
    ...BURN_RATE_WINDOWS.map((window) => ({
      record: SLO_SERIES.burnRate(window),
      expr: `${SLO_SERIES.errorRatio(window)}${selector} ${perBudget}`,
      labels: { system },
    })),
    {
      record: SLO_SERIES.budgetRemaining,
      expr: `1 - ${SLO_SERIES.periodErrorRatio}${selector} ${perBudget}`,
      labels: { system },
    },
    {
      record: SLO_SERIES.violated,
      expr: `${SLO_SERIES.periodErrorRatio}${selector} > bool on (system, slo) group_left () ${SLO_SERIES.errorBudget}${selector}`,
      labels: { system },
    },
  ];
}
