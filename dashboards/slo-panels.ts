import { decimal } from "../model/decimal";
import type { Panel } from "../model/dashboard";
import { ratio } from "../model/ratio";
import { errorBudget } from "../model/slo";
import type { BudgetedSlo } from "../model/slo";
import { SHOWN_WINDOWS, burnRateSteps } from "../model/slo-dashboard";
import type { Duration } from "../model/duration";
import { SLO_SERIES } from "../prometheus/slo/slo-series";
import { BURN_RATE_WINDOWS } from "../prometheus/slo/slo-windows";
import { legendOf } from "./slo-legends";

/**
 * The panels about one SLO, in one line: its SLI, its burn rate where it has tiers, and its month
 * where it is reported.
 *
 * @param before number of the panel before the first
 */
export function sloPanels(
  system: string,
  slo: BudgetedSlo,
  before: number,
): readonly Panel[] {
  const selector = `{system="${system}", slo="${slo.name}"}`;
  const burns = slo.volume === "normal";
  const monthly = slo.calendar === "month";
  const room = monthly ? 24 - MONTH_WIDTH : 24;
  const width = burns ? room / 2 : room;
  return [
    { ...sli(slo, selector), number: before + 1, width },
    ...(burns
      ? [{ ...burnRate(slo, selector), number: before + 2, width }]
      : []),
    ...(monthly ? [{ ...month(slo, selector), number: before + 3 }] : []),
  ];
}

const MONTH_WIDTH = 6;

type Unnumbered = Omit<Panel, "number">;

const sli = (slo: BudgetedSlo, selector: string): Unnumbered => ({
  id: `${slo.name}-sli`,
  title: `${slo.name}: SLI against objective`,
  visualisation: { kind: "timeseries", axisFrom: "lowest" },
  unit: "percentunit",
  decimals: 3,
  thresholds: { kind: "none" },
  queries: [
    {
      expr: `1 - ${SLO_SERIES.periodErrorRatio}${selector}`,
      legend: legendOf(`SLI over ${slo.period.toString()}`, slo),
    },
    { expr: `${SLO_SERIES.objective}${selector}`, legend: "objective" },
  ],
  description: `${slo.description} ${decimal(slo.objective.value * 100)} % of events in ${slo.period.toString()} must be good`,
  noValue: "No events in the period",
  over: slo.period,
});

const burnRate = (slo: BudgetedSlo, selector: string): Unnumbered => ({
  id: `${slo.name}-burn-rate`,
  title: `${slo.name}: burn rate`,
  visualisation: { kind: "timeseries" },
  unit: "short",
  thresholds: burnRateSteps(slo),
  queries: SHOWN_WINDOWS.map((window) => ({
    expr: burnRateOver(window, selector),
    legend: legendOf(window.toString(), slo),
  })),
  description:
    "How many times faster than sustainable the error budget is spent: at 1 it lasts exactly as long as the period",
  noValue: "No events",
});

/** Recorded where everybody asks for it, worked out elsewhere. */
const burnRateOver = (window: Duration, selector: string): string =>
  BURN_RATE_WINDOWS.some((each) => each.milliseconds === window.milliseconds)
    ? `${SLO_SERIES.burnRate(window)}${selector}`
    : `${SLO_SERIES.errorRatio(window)}${selector} / on (system, slo) group_left () ${SLO_SERIES.errorBudget}${selector}`;

const month = (slo: BudgetedSlo, selector: string): Unnumbered => ({
  id: `${slo.name}-month`,
  title: `${slo.name}: this month`,
  visualisation: { kind: "stat" },
  unit: "percentunit",
  decimals: 3,
  thresholds: {
    kind: "steps",
    base: "green",
    steps: [{ colour: "red", from: ratio(errorBudget(slo)) }],
  },
  queries: [
    {
      expr: `${SLO_SERIES.monthErrorRatio}${selector}`,
      legend: legendOf("error ratio", slo),
    },
  ],
  description:
    "Share of bad events over the complete days of the calendar month, in UTC",
  noValue: "No complete day yet",
  width: MONTH_WIDTH,
});
