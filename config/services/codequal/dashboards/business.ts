import type { DashboardDeclaration } from "../../../../model/dashboard";
import { days, minutes } from "../../../../model/duration";

/** What CodeQual costs and what it is used for. */
export const business: DashboardDeclaration = {
  uid: "codequal-business",
  title: "CodeQual business and cost",
  description: "What CodeQual costs, what for, and who uses it",
  refresh: minutes(5),
  access: "business",
  panels: [
    {
      id: "cost-per-day-by-component",
      number: 1,
      title: "Cost per day by component",
      visualisation: { kind: "barchart", every: days(1), stacked: true },
      unit: "currencyUSD",
      decimals: 2,
      queries: [
        { expr: "codequal:cost_dollars:increase1d", legend: "{{component}}" },
      ],
      description: "Money spent in the day before each bar, by component",
      noValue: "No cost counted",
      over: days(30),
      width: 18,
    },
    {
      id: "projected-month",
      number: 2,
      title: "Projected month",
      visualisation: { kind: "stat" },
      unit: "currencyUSD",
      decimals: 0,
      thresholds: {
        kind: "steps",
        base: "green",
        steps: [
          {
            colour: "red",
            alert: "MonthlyCostBudgetExceeded",
            threshold: "budget",
          },
        ],
      },
      queries: [{ expr: "codequal:cost_dollars:projected_month" }],
      description:
        "What 30 days cost when they go on like the last 7; red above the budget",
      noValue: "No cost counted",
    },
    {
      id: "mean-cost-per-analysis",
      number: 3,
      title: "Cost per analysis (mean) by mode and provider",
      unit: "currencyUSD",
      queries: [
        {
          expr: "codequal:analysis_cost_dollars:mean1d",
          legend: "{{mode}} {{provider}}",
        },
      ],
      description: "Mean cost of an analysis, by mode and provider, over a day",
      noValue: "No analyses in a day",
    },
    {
      id: "cost-per-analysis-p95",
      number: 4,
      title: "Cost per analysis (P95)",
      unit: "currencyUSD",
      queries: [
        {
          expr: "histogram_quantile(0.95, sum by (le, mode) (rate(codequal_analysis_cost_dollars_bucket[1d])))",
          legend: "{{mode}}",
        },
      ],
      description: "What 95 % of analyses cost at most, by mode, over a day",
      noValue: "No analyses in a day",
    },
    {
      id: "cost-per-critical-finding-roi",
      number: 5,
      title: "Cost per critical finding (ROI)",
      visualisation: { kind: "stat" },
      unit: "currencyUSD",
      decimals: 2,
      queries: [
        { expr: "codequal:cost_per_critical_finding_dollars:ratio_7d" },
      ],
      description:
        "Money spent in 7 days for each critical finding of these days",
      noValue: "No critical findings in 7 days",
    },
    {
      id: "repositories-analysed-by-language",
      number: 6,
      title: "Repositories analysed by language",
      visualisation: { kind: "bars", of: "language" },
      unit: "short",
      decimals: 0,
      queries: [
        {
          expr: "sum by (language) (increase(codequal_repositories_analyzed_total[$__range]))",
          legend: "analyses",
        },
      ],
      description:
        "Analyses of repositories in the time shown, by main language; a repository counts each time",
      noValue: "No analyses counted",
      over: days(30),
      width: 18,
    },
    {
      id: "unique-repositories-1-d-30-d",
      number: 7,
      title: "Unique repositories (1 d, 30 d)",
      visualisation: { kind: "stat" },
      unit: "short",
      queries: [
        {
          expr: "max by (window) (codequal_unique_repositories)",
          legend: "{{window}}",
        },
      ],
      description: "Different repositories analysed in a day and in 30 days",
      noValue: "No data from the API",
    },
    {
      id: "critical-findings-by-type",
      number: 8,
      title: "Critical findings by type",
      unit: "short",
      queries: [
        {
          expr: "sum by (type) (increase(codequal_critical_findings_total[1d]))",
          legend: "{{type}}",
        },
      ],
      description: "Critical findings reported in the day before, by type",
      noValue: "No findings counted",
    },
    {
      id: "active-users-day",
      number: 9,
      title: "Active users (day)",
      visualisation: { kind: "stat" },
      unit: "short",
      queries: [{ expr: 'max(codequal_active_users{window="1d"})' }],
      description: "Users who were active in the last day",
      noValue: "No data from the API",
    },
    {
      id: "llm-cost-by-provider",
      number: 10,
      title: "LLM cost by provider",
      visualisation: { kind: "piechart" },
      unit: "currencyUSD",
      decimals: 2,
      queries: [
        {
          expr: 'sum by (provider) (increase(codequal_cost_dollars_total{component="llm"}[$__range]))',
          legend: "{{provider}}",
        },
      ],
      description:
        "Money spent on language models in the time shown, by provider",
      noValue: "No cost counted",
      over: days(30),
    },
  ],
};
