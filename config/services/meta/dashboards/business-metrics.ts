import type { DashboardDeclaration } from "../../../../model/dashboard";
import { minutes } from "../../../../model/duration";
import { percent } from "../../../../model/ratio";
import { count } from "../../../../model/threshold";
import { lines, numbers } from "../../../../patterns/panels";

/** Business metrics and costs of the six. */
export const businessMetrics: DashboardDeclaration = {
  uid: "business-metrics",
  title: "Business Metrics",
  description:
    "What the six meta-repositories do for those who use them, and what it costs",
  refresh: minutes(5),
  access: "product",
  panels: [
    numbers({
      id: "cost-forecast-accuracy-nebula",
      number: 1,
      title: "Cost forecast accuracy (nebula)",
      unit: "percentunit",
      decimals: 1,
      thresholds: {
        kind: "steps",
        base: "red",
        steps: [{ colour: "green", from: percent(95) }],
      },
      shows: { "30 d": "nebula:cost_forecast_accuracy:avg30d" },
      description:
        "How near the forecast of a day's cost was to what it cost, the mean of 30 days; 100 % is right",
      noValue: "No closed day",
    }),
    {
      id: "free-tier-usage-nebula",
      number: 2,
      title: "Free tier usage (nebula)",
      visualisation: { kind: "bargauge" },
      unit: "percentunit",
      thresholds: {
        kind: "steps",
        base: "green",
        steps: [
          { colour: "yellow", from: percent(80) },
          { colour: "red", from: percent(100) },
        ],
      },
      queries: [
        { expr: "nebula:gcp_free_tier_cloud_run:ratio", legend: "Cloud Run" },
        { expr: "nebula:gcp_free_tier_firestore:ratio", legend: "Firestore" },
        {
          expr: "nebula:gcp_free_tier_cloud_storage:ratio",
          legend: "Cloud Storage",
        },
      ],
      description:
        "What is used of the free tier, the quota of each service that is used up most; above 100 % it costs money",
      noValue: "No quota is reported",
    },
    numbers({
      id: "critical-findings-obsidian",
      number: 6,
      title: "Critical findings (obsidian)",
      unit: "short",
      decimals: 0,
      thresholds: {
        kind: "steps",
        base: "green",
        steps: [{ colour: "red", from: count(1, "findings") }],
      },
      shows: { findings: "sum(obsidian:critical_findings:current)" },
      description: "Critical security findings that are open now",
      noValue: "No scan has reported",
    }),
    lines({
      id: "model-accuracy-sentinel",
      number: 3,
      title: "Model accuracy (sentinel)",
      unit: "percentunit",
      shows: { "{{model}} {{version}}": "sentinel:model_accuracy:current" },
      description: "Share of a model's predictions that were right, by version",
      noValue: "No model was evaluated",
    }),
    lines({
      id: "records-processed-chronos",
      number: 4,
      title: "Records processed (chronos)",
      unit: "cps",
      shows: { records: "sum(chronos:records_processed:rate1h)" },
      description:
        "Records that all pipelines together processed per second, over an hour",
      noValue: "No pipeline has run",
    }),
    lines({
      id: "events-processed-titan",
      number: 5,
      title: "Events processed (titan)",
      unit: "cps",
      shows: { events: "titan:events:rate5m" },
      description: "Events between services that were taken per second",
      noValue: "No events",
    }),
    lines({
      id: "active-users-aurora",
      number: 7,
      title: "Active users (aurora)",
      unit: "short",
      shows: { users: "aurora:active_users:daily" },
      description: "Users who did something in the last day",
      noValue: "Nobody is counted",
    }),
    lines({
      id: "registrations-and-failures",
      number: 8,
      title: "Registrations and failures per hour (aurora)",
      unit: "short",
      shows: {
        registrations:
          'sum(increase(user_registrations_total{system="aurora"}[1h]))',
        failures:
          'sum(increase(user_registration_failures_total{system="aurora"}[1h]))',
      },
      description:
        "Attempts to register in the hour before each moment, and those that failed",
      noValue: "Nobody has tried to register",
    }),
  ],
};
