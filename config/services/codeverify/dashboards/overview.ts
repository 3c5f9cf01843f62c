import type { DashboardDeclaration } from "../../../../model/dashboard";
import { percent } from "../../../../model/ratio";

/** The first page to open: does CodeVerify do its work? */
export const overview: DashboardDeclaration = {
  uid: "codeverify-overview",
  title: "CodeVerify Overview",
  description:
    "Whether CodeVerify answers, analyses and finds: the first page to open",
  panels: [
    {
      id: "analysis-pass-rate",
      number: 1,
      title: "Analysis Pass Rate",
      visualisation: { kind: "stat" },
      unit: "percentunit",
      decimals: 1,
      thresholds: {
        kind: "steps",
        base: "red",
        steps: [
          { colour: "yellow", from: percent(90) },
          { colour: "green", from: percent(95) },
        ],
      },
      queries: [{ expr: "1 - codeverify:analysis_failure:ratio_rate1h" }],
      description: "Share of the last hour's analysis jobs that passed",
      noValue: "No analyses in the last hour",
    },
    {
      id: "request-throughput",
      number: 2,
      title: "Request throughput",
      unit: "reqps",
      queries: [
        { expr: "codeverify:http_requests:rate5m", legend: "requests" },
      ],
      description: "HTTP requests that the API answers, over 5 minutes",
      noValue: "No requests counted",
      width: 18,
    },
    {
      id: "error-rate",
      number: 3,
      title: "Error rate",
      unit: "percentunit",
      thresholds: {
        kind: "steps",
        base: "green",
        steps: [
          { colour: "yellow", from: percent(1) },
          { colour: "red", alert: "HighErrorRate", threshold: "errorRatio" },
        ],
      },
      queries: [
        { expr: "codeverify:http_error:ratio_rate5m", legend: "errors" },
      ],
      description:
        "Share of HTTP requests that the API answered with a server error, over 5 minutes",
      noValue: "No requests",
    },
    {
      id: "queue-depth",
      number: 4,
      title: "Queue depth",
      unit: "short",
      thresholds: {
        kind: "steps",
        base: "green",
        steps: [{ colour: "red", alert: "QueueBacklog", threshold: "jobs" }],
      },
      queries: [
        {
          expr: "max by (queue) (codeverify_queue_length)",
          legend: "{{queue}}",
        },
      ],
      description: "Jobs that wait, by queue",
      noValue: "No queue reports its length",
    },
    {
      id: "analyses-per-hour",
      number: 5,
      title: "Analyses per Hour",
      unit: "short",
      queries: [
        {
          expr: "sum(increase(codeverify_analyses_total[1h]))",
          legend: "analyses",
        },
      ],
      description:
        "Analysis jobs that finished in the hour before, any outcome",
      noValue: "No analyses counted",
    },
    {
      id: "findings-by-severity",
      number: 6,
      title: "Findings by Severity",
      visualisation: { kind: "piechart" },
      unit: "short",
      decimals: 0,
      queries: [
        {
          expr: "sum by (severity) (increase(codeverify_findings_total[$__range]))",
          legend: "{{severity}}",
        },
      ],
      description: "Findings reported in the time shown, by severity",
      noValue: "No findings in the time shown",
      width: 6,
    },
    {
      id: "active-analyses",
      number: 7,
      title: "Active analyses",
      visualisation: { kind: "stat" },
      unit: "short",
      queries: [{ expr: "sum(codeverify_analyses_in_progress)" }],
      description: "Analysis jobs that run now",
      noValue: "No worker reports",
    },
  ],
};
