import type { DashboardDeclaration } from "../../../../model/dashboard";
import { minutes } from "../../../../model/duration";
import {
  REMAINING_STEPS,
  burnRateSteps,
} from "../../../../model/slo-dashboard";
import { analysisSuccess } from "../slos";

/** CodeQual's SLOs in three panels; the generated page has the details. */
export const slo: DashboardDeclaration = {
  uid: "codequal-slo",
  title: "CodeQual SLO",
  description:
    "Whether CodeQual meets its SLOs, and how much error budget remains",
  refresh: minutes(1),
  panels: [
    {
      id: "sli-against-objective",
      number: 1,
      title: "SLI against objective",
      visualisation: { kind: "table" },
      unit: "percentunit",
      decimals: 3,
      queries: [
        {
          expr: '1 - slo:sli_error:ratio_period{system="codequal"}',
          legend: "SLI",
        },
        {
          expr: 'max by (system, slo) (slo:objective:ratio{system="codequal"})',
          legend: "Objective",
        },
      ],
      description:
        "Share of good events over 30 days by SLO, and the objective",
      noValue: "No events in 30 days",
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
          expr: 'slo:error_budget_remaining:ratio{system="codequal"}',
          legend: "{{slo}}",
        },
      ],
      description:
        "Remaining error budget of 30 days by SLO; below zero the SLO is breached",
      noValue: "No events in 30 days",
    },
    {
      id: "burn-rate-1-h",
      number: 3,
      title: "Burn rate (1 h)",
      unit: "short",
      // All three have a period of 30 days, so their tiers have the same factors.
      thresholds: burnRateSteps(analysisSuccess),
      queries: [
        {
          expr: 'slo:burn_rate:ratio_1h{system="codequal"}',
          legend: "{{slo}}",
        },
      ],
      description:
        "How many times faster than sustainable each budget was spent in the last hour",
      noValue: "No events in the last hour",
      width: 24,
    },
  ],
};
