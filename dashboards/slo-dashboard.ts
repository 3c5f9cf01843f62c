import type { Dashboard, Panel } from "../model/dashboard";
import { milliseconds, minutes } from "../model/duration";
import type { Duration } from "../model/duration";
import type { Service } from "../model/service";
import { budgeted } from "../model/slo";
import type { BudgetedSlo, Slo } from "../model/slo";
import { REMAINING_STEPS, sloDashboardUid } from "../model/slo-dashboard";
import { count } from "../model/threshold";
import { SLO_SERIES } from "../prometheus/slo/slo-series";
import { DAY } from "../prometheus/slo/slo-windows";
import { seriesSelections } from "./slo-legends";
import { sloPanels } from "./slo-panels";

/**
 * The page about what a system promises, if it promises anything: all promises side by side, then
 * each by itself.
 *
 * Its panels about every promise are numbered from 1 on, those about the first promise from 11 on,
 * about the second from 21 on. A promise that is declared last moves no number.
 */
export function sloDashboard(service: Service): readonly Dashboard[] {
  const { key, displayName, slos } = service;
  if (slos.length === 0) return [];
  const own = budgeted(slos);
  return [
    {
      uid: sloDashboardUid(key),
      title: `${displayName}: error budgets`,
      description: `What ${displayName} promises, how much may still go wrong, and how fast that is spent`,
      refresh: minutes(1),
      access: "engineering",
      panels: [
        violated(key, slos),
        ...(own.length === 0 ? [] : budgets(key, own)),
        ...own.flatMap((slo, index) => sloPanels(key, slo, 10 * (index + 1))),
      ],
    },
  ];
}

const violated = (system: string, slos: readonly Slo[]): Panel => ({
  id: "violated",
  number: 1,
  title: "Violated",
  visualisation: { kind: "state-timeline" },
  unit: "bool_yes_no",
  thresholds: {
    kind: "steps",
    base: "green",
    steps: [{ colour: "red", from: count(1, "broken") }],
  },
  // What lasts a minute must not fall between two points of a month.
  queries: seriesSelections(system, slos).map(({ selector, legend }) => ({
    expr: `max_over_time(${SLO_SERIES.violated}${selector}[$__rate_interval])`,
    legend,
  })),
  description:
    "Promises that are broken: more went wrong in the period than the objective allows, or what must never happen",
  over: longest(slos),
  width: 24,
});

function budgets(
  system: string,
  slos: readonly BudgetedSlo[],
): readonly Panel[] {
  const all = `{system="${system}"}`;
  const remaining = seriesSelections(system, slos).map(
    ({ selector, legend }) => ({
      expr: `${SLO_SERIES.budgetRemaining}${selector}`,
      legend,
    }),
  );
  return [
    {
      id: "sli-against-objective",
      number: 2,
      title: "SLI against objective",
      visualisation: { kind: "table" },
      unit: "percentunit",
      decimals: 3,
      thresholds: { kind: "none" },
      queries: [
        {
          expr: `max without (system) (1 - ${SLO_SERIES.periodErrorRatio}${all})`,
          legend: "SLI",
        },
        {
          // One for each row of the SLI, and one for a promise that has none because nothing
          // happened.
          expr: `max without (system) (
  ${SLO_SERIES.periodErrorRatio}${all} * 0 + on (system, slo) group_left () ${SLO_SERIES.objective}${all}
  or on (system, slo) ${SLO_SERIES.objective}${all}
)`,
          legend: "Objective",
        },
      ],
      description:
        "Share of good events over the period of each promise, and the share that is promised",
    },
    {
      id: "budget-remaining",
      number: 3,
      title: "Error budget remaining",
      visualisation: { kind: "gauge", min: 0, max: 1 },
      unit: "percentunit",
      decimals: 1,
      thresholds: REMAINING_STEPS,
      queries: remaining,
      description:
        "Share of what may go wrong in the period that is left; below zero the promise is broken",
      noValue: "No events in the period",
    },
    {
      id: "budget-remaining-course",
      number: 4,
      title: "Error budget remaining, course",
      visualisation: { kind: "timeseries" },
      unit: "percentunit",
      thresholds: REMAINING_STEPS,
      queries: remaining,
      description:
        "How the share that is left changed: it falls while more goes wrong than leaves the period",
      noValue: "No events in the period",
      over: longest(slos),
    },
    {
      id: "budget-spent-per-day",
      number: 5,
      title: "Error budget spent per day",
      visualisation: { kind: "barchart", every: DAY },
      unit: "percentunit",
      thresholds: { kind: "none" },
      queries: seriesSelections(system, slos, "and period").map(
        ({ selector, legend, slos: [{ period }] }) => ({
          expr: spentPerDay(selector, period),
          legend,
        }),
      ),
      description:
        "Share of the period's budget that went in the day before each bar; the bars of a period add up to about what is gone",
      noValue: "No events in the period",
      over: longest(slos),
    },
  ];
}

/** By events, so that a quiet day on which much failed weighs what it weighs in the budget. */
const spentPerDay = (selector: string, period: Duration): string =>
  `${SLO_SERIES.events("bad", DAY)}${selector}
  / (${SLO_SERIES.events("total", period)}${selector} > 0)
  / on (system, slo) group_left () ${SLO_SERIES.errorBudget}${selector}
  / on (system, slo) group_left () ${SLO_SERIES.periodDays}${selector}`;

const longest = (slos: readonly Slo[]): Duration =>
  milliseconds(Math.max(...slos.map(({ period }) => period.milliseconds)));
