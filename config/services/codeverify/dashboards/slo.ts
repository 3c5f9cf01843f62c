import type { DashboardDeclaration } from "../../../../model/dashboard";
import { minutes } from "../../../../model/duration";
import {
  REMAINING_STEPS,
  burnRateSteps,
} from "../../../../model/slo-dashboard";
import { availability } from "../slos";

/** CodeVerify's SLOs in four panels; the generated page has the details. */
export const slo: DashboardDeclaration = {
  uid: "codeverify-slo",
  title: "CodeVerify SLO",
  description:
    "Whether CodeVerify meets its SLOs, and how much error budget remains",
  refresh: minutes(1),
  panels: [
    {
      id: "availability-30-d",
      number: 1,
      title: "Availability (30 d)",
      visualisation: { kind: "stat" },
      unit: "percentunit",
      decimals: 3,
      thresholds: {
        kind: "steps",
        base: "red",
        steps: [{ colour: "green", from: availability.objective }],
      },
      queries: [
        {
          expr: '1 - slo:sli_error:ratio_period{system="codeverify", slo="api-availability"}',
        },
      ],
      description:
        "Share of the last 30 days' API requests that ended without a server error",
      noValue: "No requests",
    },
    {
      id: "error-budget-remaining",
      number: 2,
      title: "Error budget remaining",
      visualisation: { kind: "gauge", min: 0, max: 1 },
      unit: "percentunit",
      decimals: 1,
      thresholds: REMAINING_STEPS,
      queries: [
        {
          expr: 'slo:error_budget_remaining:ratio{system="codeverify"}',
          legend: "{{slo}}",
        },
      ],
      description:
        "Remaining error budget of 30 days by SLO; below zero the SLO is breached",
      noValue: "No events in 30 days",
      width: 18,
    },
    {
      id: "burn-rate-1-h",
      number: 3,
      title: "Burn rate (1 h)",
      unit: "short",
      // All four have a period of 30 days, so their tiers have the same factors.
      thresholds: burnRateSteps(availability),
      queries: [
        {
          expr: 'slo:burn_rate:ratio_1h{system="codeverify"}',
          legend: "{{slo}}",
        },
      ],
      description:
        "How many times faster than sustainable each budget was spent in the last hour",
      noValue: "No events in the last hour",
    },
    {
      id: "sli-against-objective",
      number: 4,
      title: "SLI against objective",
      visualisation: { kind: "table" },
      unit: "percentunit",
      decimals: 3,
      queries: [
        {
          expr: '1 - slo:sli_error:ratio_period{system="codeverify"}',
          legend: "SLI",
        },
        {
          expr: 'max by (system, slo) (slo:objective:ratio{system="codeverify"})',
          legend: "Objective",
        },
      ],
      description:
        "Share of good events over 30 days by SLO, and the objective",
      noValue: "No events in 30 days",
    },
  ],
};
