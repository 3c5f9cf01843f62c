import type { ReportSection } from "../../../model/report";

/** What CodeQual's analyses cost, and what may make them cheaper. */
export const codequalSections: readonly ReportSection[] = [
  {
    system: "codequal",
    title: "CodeQual: cost",
    reports: ["monthly"],
    queries: [
      {
        title: "Cost last 30 days",
        expr: "sum(increase(codequal_cost_dollars_total[30d]))",
        unit: "currencyUSD",
      },
      {
        title: "Cost last 30 days by component (CodeQual)",
        expr: "sum by (component) (increase(codequal_cost_dollars_total[30d]))",
        unit: "currencyUSD",
        by: ["component"],
        first: "highest",
      },
      {
        title: "Mean cost of an analysis (30 d) by mode and provider",
        expr: `sum by (mode, provider) (increase(codequal_analysis_cost_dollars_sum[30d]))
  / (sum by (mode, provider) (increase(codequal_analysis_cost_dollars_count[30d])) > 0)`,
        unit: "currencyUSD",
        by: ["mode", "provider"],
        first: "highest",
      },
      {
        title: "Most that cheaper providers could save (30 d)",
        // Spending, minus the cost of the same analyses at the cheapest provider of their own mode.
        expr: `sum(
  sum by (mode) (increase(codequal_analysis_cost_dollars_sum[30d]))
  - sum by (mode) (increase(codequal_analysis_cost_dollars_count[30d]))
    * min by (mode) (
        sum by (mode, provider) (increase(codequal_analysis_cost_dollars_sum[30d]))
          / (sum by (mode, provider) (increase(codequal_analysis_cost_dollars_count[30d])) > 0)
      )
)`,
        unit: "currencyUSD",
      },
    ],
    notes: [
      "To spend less: use lighter models for simple pull requests. Rate the complexity of a pull request, and choose a model accordingly.",
      "Cheaper providers could save at most the difference that there were if each analysis had cost what the cheapest one of its mode takes; some need the dearer one.",
      "Keep DeepWiki's results of repositories with fewer than five commits a week: they are the same next time. While the alert CacheMissRateHigh is quiet, there is little to gain.",
    ],
  },
];
