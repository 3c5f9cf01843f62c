import type { BudgetedSlo } from "../../model/slo";
import { CALENDAR_MONTH, SLO_SERIES } from "./slo-series";
import { DAY } from "./slo-windows";
import type { Rule } from "../rules/rule-group";

/**
 * Error ratio over the complete days, in UTC, of the month of the evaluation, for reports.
 *
 * A subquery with steps of a day evaluates at midnights, and at midnight the window of one day
 * covers the day before. A month has at most 31 days, so the range never includes the same month of
 * another year.
 */
export function calendarRules(
  system: string,
  slos: readonly BudgetedSlo[],
): readonly Rule[] {
  const own = slos.filter(({ calendar }) => calendar === "month");
  if (own.length === 0) return [];
  const selector = `system="${system}", slo=~"${own.map(({ name }) => name).join("|")}"`;
  const events = (which: "bad" | "total"): string =>
    `sum_over_time((
    ${SLO_SERIES.events(which, DAY)}{${selector}}
    and on () (month(vector(time() - 43200)) == on () ${CALENDAR_MONTH}{system="${system}"} @ end())
  )[31d:1d])`;
  return [
    { record: CALENDAR_MONTH, expr: "month()", labels: { system } },
    {
      record: SLO_SERIES.monthErrorRatio,
      expr: `${events("bad")}
  / (${events("total")} > 0)`,
      labels: { system },
    },
  ];
}
