import type { DashboardDeclaration } from "../../../../model/dashboard";
import { percent } from "../../../../model/ratio";
import { analysisSuccess } from "../slos";

/** The first page to open: does CodeQual do its work? */
export const overview: DashboardDeclaration = {
  uid: "codequal-overview",
  title: "CodeQual Overview",
  description:
    "Whether analyses succeed, how long they take and what they lack: the first page to open",
  panels: [
    {
      id: "analysis-success-rate",
      number: 1,
      title: "Analysis Success Rate",
      visualisation: { kind: "stat" },
      unit: "percentunit",
      decimals: 1,
      thresholds: {
        kind: "steps",
        base: "red",
        steps: [
          { colour: "yellow", from: percent(90) },
          { colour: "green", from: analysisSuccess.objective },
        ],
      },
      queries: [{ expr: "1 - codequal:analysis_failure:ratio_rate30m" }],
      description: "Share of the last 30 minutes' analyses that had a result",
      noValue: "No analyses in 30 minutes",
    },
    {
      id: "p95-analysis-time-by-mode",
      number: 2,
      title: "P95 Analysis Time by Mode",
      unit: "s",
      thresholds: {
        kind: "steps",
        base: "green",
        steps: [{ colour: "red", alert: "SlowAnalysis", threshold: "p95" }],
      },
      queries: [
        {
          expr: "codequal:analysis_duration_seconds:p95_30m",
          legend: "{{mode}}",
        },
      ],
      description:
        "Time within which 95 % of analyses were done, by mode, over 30 minutes",
      noValue: "No analyses",
    },
    {
      id: "active-analyses",
      number: 3,
      title: "Active Analyses",
      visualisation: { kind: "stat" },
      unit: "short",
      queries: [{ expr: "sum(codequal_active_analyses)" }],
      description: "Analyses that run now, all modes together",
      noValue: "No data from the API",
    },
    {
      id: "error-rate-by-component",
      number: 4,
      title: "Error Rate by Component",
      unit: "ops",
      queries: [{ expr: "codequal:errors:rate5m", legend: "{{service}}" }],
      description: "Errors that each service handled, over 5 minutes",
      noValue: "No errors counted",
    },
    {
      id: "dependencies",
      number: 5,
      title: "Dependencies",
      visualisation: { kind: "stat" },
      unit: "bool_on_off",
      thresholds: {
        kind: "steps",
        base: "red",
        steps: [
          { colour: "green", alert: "DependencyDown", threshold: "healthy" },
        ],
      },
      queries: [
        {
          expr: "min by (dependency) (codequal_dependency_up)",
          legend: "{{dependency}}",
        },
      ],
      description:
        "Whether every pod's health check reaches database, vector database, DeepWiki and Redis",
      noValue: "No health check reports",
      width: 12,
    },
    {
      id: "firing-alerts",
      number: 6,
      title: "Firing alerts",
      visualisation: { kind: "table" },
      unit: "short",
      queries: [
        {
          expr: 'ALERTS{system="codequal", alertstate="firing"}',
          legend: "Firing",
        },
      ],
      description: "Alerts of CodeQual and DeepWiki that fire now",
      noValue: "Nothing fires",
      width: 24,
    },
  ],
};
