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
 * The dashboard about a system's SLOs, if it has any: all SLOs side by side, then each by itself.
 *
 * Panels about all SLOs are numbered from 1, those about the first SLO from 11, about the second
 * from 21. Appending an SLO moves no number.
 */
export function sloDashboard(service: Service): readonly Dashboard[] {
  const { key, displayName, slos } = service;
  if (slos.length === 0) return [];
  const own = budgeted(slos);
  return [
    {
      uid: sloDashboardUid(key),
      title: `${displayName}: error budgets`,
      description: `SLOs of ${displayName}: SLI against objective, error budget that remains, and how fast it burns`,
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
  // An outage of a minute must not fall between two points of a month's graph.
  queries: seriesSelections(system, slos).map(({ selector, legend }) => ({
    expr: `max_over_time(${SLO_SERIES.violated}${selector}[$__rate_interval])`,
    legend,
  })),
  description:
    "SLOs that are breached: more bad events in the period than the objective allows",
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
          // The objective for each row of the SLI, and for an SLO without an SLI because it had no
          // events.
          expr: `max without (system) (
  ${SLO_SERIES.periodErrorRatio}${all} * 0 + on (system, slo) group_left () ${SLO_SERIES.objective}${all}
  or on (system, slo) ${SLO_SERIES.objective}${all}
)`,
          legend: "Objective",
        },
      ],
      description:
        "Share of good events over the period of each SLO, and its objective",
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
        "Share of the period's error budget that remains; below zero the SLO is breached",
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
        "Error budget that remains, over time: it falls while more bad events enter the period than leave it",
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
        "Share of the period's error budget spent in the day before each bar; the bars of a period add up to about what is spent",
      noValue: "No events in the period",
      over: longest(slos),
    },
  ];
}

/** By events, so that each day has the weight that it has in the budget. */
const spentPerDay = (selector: string, period: Duration): string =>
  `${SLO_SERIES.events("bad", DAY)}${selector}
  / (${SLO_SERIES.events("total", period)}${selector} > 0)
  / on (system, slo) group_left () ${SLO_SERIES.errorBudget}${selector}
  / on (system, slo) group_left () ${SLO_SERIES.periodDays}${selector}`;

const longest = (slos: readonly Slo[]): Duration =>
  milliseconds(Math.max(...slos.map(({ period }) => period.milliseconds)));
