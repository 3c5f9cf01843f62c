import type { PanelDeclaration } from "../../../../model/dashboard";
import { numbers, redAbove } from "../../../../patterns/panels";

/** Open findings, and their trend. */
export const findingPanels: readonly PanelDeclaration[] = [
  numbers({
    id: "critical-findings-by-scanner",
    number: 1,
    title: "Critical findings by scanner",
    unit: "short",
    thresholds: redAbove({
      alert: "ObsidianCriticalFindings",
      threshold: "findings",
    }),
    shows: { "{{scanner}}": "obsidian:critical_findings:current" },
    description:
      "Critical findings that are open, by the scanner that made them",
    noValue: "No scanner reports",
    width: 12,
  }),
  {
    id: "open-findings-by-severity",
    number: 2,
    title: "Open findings by severity",
    visualisation: { kind: "timeseries", stacked: true },
    unit: "short",
    queries: [
      {
        expr: "obsidian:security_findings:current",
        legend: "{{severity}}",
      },
    ],
    description: "Findings that are open, of all scanners together",
    noValue: "No scanner reports",
  },
  {
    id: "findings-trend-7-day-mean-and-change",
    number: 3,
    title: "Findings trend (7-day mean and change)",
    unit: "short",
    queries: [
      {
        expr: "obsidian:security_findings:avg7d",
        legend: "{{severity}} mean",
      },
      {
        expr: "obsidian:security_findings:trend_ratio_7d",
        legend: "ratio to week before",
        rightAxis: { unit: "short" },
        thresholds: redAbove({
          alert: "ObsidianFindingsTrendingUp",
          threshold: "trend",
        }),
      },
    ],
    description:
      "Mean of open findings over 7 days, and that of all of them against the week before (right)",
    noValue: "No findings in 7 days",
  },
];
