import type { DashboardDeclaration } from "../../../../model/dashboard";
import { seconds } from "../../../../model/duration";
import { percent } from "../../../../model/ratio";
import { count } from "../../../../model/threshold";

/** Real-time system health for executives. Without variables, so that it can be shared publicly. */
export const executive: DashboardDeclaration = {
  uid: "accubooks-executive-overview",
  title: "Executive Overview",
  description: "Real-time system health for executives",
  access: "public",
  panels: [
    {
      id: "system-status",
      number: 1,
      title: "System Status",
      visualisation: { kind: "stat" },
      unit: "none",
      valueMappings: [
        { value: 0, text: "Healthy", colour: "green" },
        { value: 1, text: "Degraded", colour: "yellow" },
        { value: 2, text: "Outage", colour: "red" },
      ],
      queries: [
        {
          expr: `max(
  (ALERTS{alertstate="firing", system="accubooks", priority="P0"} * 0 + 2)
    or (ALERTS{alertstate="firing", system="accubooks", priority="P1"} * 0 + 1)
) or vector(0)`,
        },
      ],
      description:
        "Red while an alert of priority P0 fires, yellow while one of P1 does, else green",
      noValue: "Monitoring gives no answer",
    },
    {
      id: "active-users",
      number: 2,
      title: "Active Users",
      visualisation: { kind: "stat" },
      unit: "short",
      thresholds: {
        kind: "steps",
        base: "green",
        steps: [
          { colour: "yellow", from: count(500, "users") },
          { colour: "red", alert: "ActiveUsersCapacity", threshold: "users" },
        ],
      },
      queries: [
        { expr: 'max(active_users{system="accubooks", window="now"})' },
      ],
      description: "Users that are active now; 10 to 500 are usual",
      noValue: "AccuBooks counts no users",
    },
    {
      id: "error-rate-1-h-24-h",
      number: 3,
      title: "Error Rate (1 h, 24 h)",
      visualisation: { kind: "stat" },
      unit: "percentunit",
      decimals: 2,
      thresholds: {
        kind: "steps",
        base: "green",
        steps: [
          { colour: "yellow", from: percent(0.1) },
          { colour: "red", alert: "HighErrorRate", threshold: "errorRatio" },
        ],
      },
      queries: [
        { expr: "accubooks:http_error:ratio_rate1h", legend: "1 h" },
        { expr: "accubooks:http_error:ratio_rate24h", legend: "24 h" },
      ],
      description:
        "Share of requests that ended with a server error, in the last hour and the last day",
      noValue: "No requests",
    },
    {
      id: "p95-latency-1-h-24-h",
      number: 4,
      title: "p95 Latency (1 h, 24 h)",
      visualisation: { kind: "stat" },
      unit: "s",
      decimals: 2,
      thresholds: {
        kind: "steps",
        base: "green",
        steps: [
          { colour: "yellow", from: seconds(0.5) },
          { colour: "red", alert: "HighLatency", threshold: "p95" },
        ],
      },
      queries: [
        {
          expr: "accubooks:http_request_duration_seconds:p95_1h",
          legend: "1 h",
        },
        {
          expr: "accubooks:http_request_duration_seconds:p95_24h",
          legend: "24 h",
        },
      ],
      description:
        "Time within which 95 % of requests were answered, in the last hour and the last day",
      noValue: "No requests",
    },
    {
      id: "forecasts-generated-1-h-24-h",
      number: 5,
      title: "Forecasts Generated (1 h, 24 h)",
      visualisation: { kind: "stat" },
      unit: "short",
      decimals: 0,
      thresholds: {
        kind: "steps",
        base: "green",
        steps: [
          { colour: "red", alert: "ForecastAbuse", threshold: "forecasts" },
        ],
      },
      queries: [
        { expr: "accubooks:forecasts:increase1h", legend: "1 h" },
        {
          expr: "accubooks:forecasts:increase24h",
          legend: "24 h",
          // The limit is for an hour.
          thresholds: { kind: "none" },
        },
      ],
      description:
        "Forecasts generated in the last hour, 10 to 100 of which are usual, and in the last day",
      noValue: "No forecasts counted",
    },
    {
      id: "tier-distribution",
      number: 6,
      title: "Tier Distribution",
      visualisation: { kind: "piechart" },
      unit: "short",
      decimals: 0,
      queries: [
        {
          expr: 'max by (tier) (users{system="accubooks"})',
          legend: "{{tier}}",
        },
      ],
      description: "Users by tier",
      noValue: "AccuBooks counts no users",
      width: 6,
    },
    {
      id: "recent-alerts-last-10",
      number: 7,
      title: "Recent Alerts (last 10)",
      visualisation: { kind: "table" },
      unit: "dateTimeFromNow",
      queries: [
        {
          // ALERTS_FOR_STATE has alerts too that were only pending.
          expr: 'topk(10, max by (alertname, priority) (max_over_time(timestamp(ALERTS{alertstate="firing", system="accubooks"})[7d:5m]))) * 1000',
          legend: "Fired last",
        },
      ],
      description:
        "The ten alerts that fired last within seven days, the newest first, to five minutes; what was only pending is none",
      noValue: "No alert fired in seven days",
      width: 12,
    },
  ],
};
