import type { ReportSection } from "../../../model/report";

/** What CodeQual's analyses cost, and what may make them cheaper. */
export const codequalSections: readonly ReportSection[] = [
  {
    requirement: "PROC-3",
    system: "codequal",
    title: "CodeQual: cost",
    reports: ["monthly"],
    queries: [
      {
        requirement: "PROC-3",
        title: "Cost last 30 days",
        expr: "sum(increase(codequal_cost_dollars_total[30d]))",
        unit: "currencyUSD",
      },
      {
        requirement: "PROC-4.12",
        title: "Cost last 30 days by component (CodeQual)",
        expr: "sum by (component) (increase(codequal_cost_dollars_total[30d]))",
        unit: "currencyUSD",
        by: ["component"],
        first: "highest",
      },
    ],
    notes: [
      "To spend less: use lighter models for simple pull requests. Tell how complex a pull request is, and send it to a model accordingly.",
    ],
  },
];
