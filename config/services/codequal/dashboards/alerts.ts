import type { DashboardDeclaration } from "../../../../model/dashboard";

/** What fires, what fired, and the values behind it. */
export const alerts: DashboardDeclaration = {
  uid: "codequal-alerts",
  title: "CodeQual alerts",
  description:
    "What fires and what fired, with the values that most alerts are about",
  panels: [
    {
      id: "firing-now",
      number: 1,
      title: "Firing now",
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
    {
      id: "alert-history",
      number: 2,
      title: "Alert history",
      visualisation: { kind: "state-timeline" },
      unit: "short",
      queries: [
        {
          expr: 'max by (alertname, priority) (ALERTS{system="codequal", alertstate="firing"})',
          legend: "{{alertname}} {{priority}}",
        },
      ],
      description: "When each alert fired",
      noValue: "Nothing fired",
      width: 24,
    },
    {
      id: "failure-ratio-against-baseline",
      number: 3,
      title: "Failure ratio against threshold and baseline",
      unit: "percentunit",
      thresholds: {
        kind: "steps",
        base: "green",
        steps: [
          {
            colour: "red",
            alert: "HighFailureRate",
            threshold: "failureRatio",
          },
        ],
      },
      queries: [
        {
          expr: "codequal:analysis_failure:ratio_rate30m",
          legend: "30 m",
        },
        {
          expr: "codequal:analysis_failure:ratio_rate7d",
          legend: "7 d baseline",
        },
      ],
      description:
        "Share of analyses that failed, over 30 minutes and over 7 days; the line is where people are called",
      noValue: "No analyses",
    },
    {
      id: "memory-against-limit",
      number: 4,
      title: "Memory against limit",
      unit: "percentunit",
      thresholds: {
        kind: "steps",
        base: "green",
        steps: [
          { colour: "red", alert: "HighMemoryUsage", threshold: "usedRatio" },
        ],
      },
      queries: [
        {
          expr: 'namespace_pod:container_memory_working_set:ratio_limit{namespace="codequal"}',
          legend: "{{pod}}",
        },
      ],
      description: "Memory of each pod as a share of its limit",
      noValue: "No pod has a limit",
    },
    {
      id: "exceptions-by-service-and-release",
      number: 5,
      title: "Exceptions by service and release",
      unit: "cpm",
      queries: [
        {
          expr: "sum by (service, release) (rate(codequal_exceptions_total[$__rate_interval])) * 60",
          legend: "{{service}} {{release}}",
        },
      ],
      description:
        "Exceptions that were reported to error tracking, per minute",
      noValue: "No exceptions counted",
      width: 24,
    },
  ],
};
