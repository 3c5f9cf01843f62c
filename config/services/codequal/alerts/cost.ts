import type { AlertDeclaration } from "../../../../model/alert";
import { hours, minutes } from "../../../../model/duration";
import { count } from "../../../../model/threshold";
import { chatAndEmailNextDay } from "../priorities";

const LLM = 'codequal_cost_dollars_total{component="llm", provider="acme"}';
const MACHINES =
  'codequal_cost_dollars_total{component="infrastructure", provider="own"}';

/** Spending above the usual, or above the budget. */
export const costAlerts: readonly AlertDeclaration[] = [
  {
    name: "MonthlyCostBudgetExceeded",
    expr: "codequal:cost_dollars:projected_month > {budget}",
    thresholds: { budget: count(3000, "US dollars a month") },
    for: hours(6),
    severity: "warning",
    priority: "P3",
    path: chatAndEmailNextDay,
    summary:
      "Projected monthly cost {{ $value | humanize }} USD exceeds the budget",
    description:
      "For 6 hours the cost of the month has been on the way to more than 3,000 US dollars, if it goes on as in the last days.",
    action: "See which component grew, and whether the work is paid for.",
    runbook: "codequal/cost#monthlycostbudgetexceeded",
    dashboard: "codequal-business",
    proof: {
      fires: [
        {
          interval: hours(1),
          evaluation: minutes(30),
          // Eleven dollars more than usual, which are 47 in a month.
          series: {
            [LLM]: "1000 1017+3x200",
            [MACHINES]: "1000+1.125x200",
          },
          at: hours(7),
          expect: [
            {
              summary: "Projected monthly cost 3.017k USD exceeds the budget",
            },
          ],
        },
      ],
      quiet: [
        {
          // 99 dollars a day.
          interval: hours(1),
          evaluation: minutes(30),
          series: { [LLM]: "1000+3x400", [MACHINES]: "1000+1.125x400" },
          at: hours(200),
        },
      ],
      equivalent: {
        "codequal:cost_dollars:projected_month > → >=":
          "what is made of rates over windows is never exactly a limit",
      },
    },
  },
];
