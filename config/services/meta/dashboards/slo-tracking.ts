import type {
  DashboardDeclaration,
  PanelThresholds,
} from "../../../../model/dashboard";
import { days, minutes } from "../../../../model/duration";
import { REMAINING_STEPS } from "../../../../model/slo-dashboard";
import { count } from "../../../../model/threshold";
import { numbers, redBelow } from "../../../../patterns/panels";

const compliance: PanelThresholds = redBelow({
  alert: "SloComplianceLow",
  threshold: "kept",
});

/** SLO compliance of the six together, and of every system. */
export const sloTracking: DashboardDeclaration = {
  uid: "slo-tracking",
  title: "SLO Tracking",
  description:
    "SLO compliance of the six meta-repositories together, and of every system; each system has a page of its own",
  refresh: minutes(1),
  panels: [
    {
      id: "overall-compliance",
      number: 1,
      title: "Overall compliance",
      visualisation: { kind: "gauge", min: 0, max: 1 },
      unit: "percentunit",
      decimals: 1,
      thresholds: compliance,
      queries: [
        { expr: "slo:compliance_meta:ratio", legend: "meta-repositories" },
        { expr: "slo:compliance_overall:ratio", legend: "all systems" },
      ],
      description: "Share of the SLOs that are met now",
      noValue: "No SLO has data",
    },
    {
      id: "compliance-by-system",
      number: 2,
      title: "Compliance by system",
      visualisation: { kind: "bargauge" },
      unit: "percentunit",
      decimals: 0,
      thresholds: compliance,
      queries: [{ expr: "slo:compliance:ratio", legend: "{{system}}" }],
      description: "Share of each system's SLOs that are met now",
      noValue: "No SLO has data",
    },
    numbers({
      id: "violations-in-24-h",
      number: 6,
      title: "Violations in 24 h",
      unit: "short",
      decimals: 0,
      thresholds: {
        kind: "steps",
        base: "green",
        // The limit itself is still good.
        steps: [{ colour: "red", from: count(4, "SLOs") }],
      },
      shows: { "{{system}}": "slo:violations:count24h" },
      description:
        "SLOs of each system that were breached at some time in the last 24 hours",
      noValue: "No SLO has data",
      width: 24,
    }),
    {
      id: "violated-slos-over-time",
      number: 7,
      title: "Violated SLOs over time",
      visualisation: { kind: "state-timeline" },
      unit: "bool_on_off",
      thresholds: {
        kind: "steps",
        base: "green",
        steps: [{ colour: "red", from: count(1, "broken") }],
      },
      valueMappings: [
        { value: 0, text: "kept", colour: "green" },
        { value: 1, text: "violated", colour: "red" },
      ],
      queries: [
        {
          // A breach of a minute must not fall between two points of a week.
          expr: "max by (system, slo) (max_over_time(slo:violated:bool[$__rate_interval]))",
          legend: "{{system}} {{slo}}",
        },
      ],
      description: "SLOs that were breached, and when",
      noValue: "No SLO has data",
      over: days(7),
      width: 24,
    },
    {
      id: "sli-against-objective",
      number: 3,
      title: "SLI against objective",
      visualisation: { kind: "table" },
      unit: "percentunit",
      decimals: 3,
      queries: [
        { expr: "1 - slo:sli_error:ratio_period", legend: "SLI" },
        {
          // One for each row of the SLI, and one for an SLO without rows because it has no events.
          expr: `slo:sli_error:ratio_period * 0 + on (system, slo) group_left () slo:objective:ratio
  or on (system, slo) slo:objective:ratio`,
          legend: "Objective",
        },
      ],
      description:
        "Share of good events over the period of each SLO, and the objective",
      noValue: "No SLO has data",
      width: 24,
    },
    {
      id: "error-budget-remaining",
      number: 4,
      title: "Error budget remaining",
      visualisation: { kind: "bargauge" },
      unit: "percentunit",
      decimals: 1,
      thresholds: REMAINING_STEPS,
      queries: [
        {
          expr: "slo:error_budget_remaining_min:ratio",
          legend: "{{system}} {{slo}}",
        },
      ],
      description:
        "Remaining error budget of the period, the smallest if an SLO has several; below zero the SLO is breached",
      noValue: "No events in any period",
    },
    {
      id: "burn-rate-1-h",
      number: 5,
      title: "Burn rate 1 h",
      unit: "short",
      thresholds: {
        kind: "steps",
        base: "green",
        steps: [
          { colour: "yellow", from: count(1, "times the sustainable rate") },
          { colour: "orange", from: count(6, "times the sustainable rate") },
          { colour: "red", from: count(10, "times the sustainable rate") },
          { colour: "red", from: count(14.4, "times the sustainable rate") },
        ],
      },
      queries: [
        {
          expr: "slo:burn_rate_max:ratio_1h",
          legend: "{{system}} {{slo}}",
        },
      ],
      description:
        "How many times faster than sustainable each budget was spent in the last hour",
      noValue: "No events",
    },
    {
      id: "budget-spent-per-day",
      number: 8,
      title: "Budget spent per day",
      visualisation: { kind: "barchart", every: days(1) },
      unit: "percentunit",
      queries: [
        {
          // A day's share of bad events relative to its part of the period's budget.
          expr: `max by (system, slo) (
  slo:sli_error:ratio_rate1d
    / on (system, slo) group_left () slo:error_budget:ratio
    / on (system, slo) group_left () slo:time_period:days
)`,
          legend: "{{system}} {{slo}}",
        },
      ],
      description:
        "Share of the period's budget that went in the day before each bar, were every day as busy as it",
      noValue: "No events",
      over: days(30),
      width: 24,
    },
  ],
};
