import type { PanelDeclaration } from "../../../../../model/dashboard";

/** Who comes, how often, and for how long. */
export const userPanels: readonly PanelDeclaration[] = [
  {
    id: "active-users-hourly-daily",
    number: 1,
    title: "Active users (hourly, daily)",
    unit: "short",
    queries: [
      {
        expr: 'max(active_users{system="accubooks", window="1h"})',
        legend: "hourly",
      },
      {
        expr: 'max(active_users{system="accubooks", window="1d"})',
        legend: "daily",
      },
    ],
    description:
      "Distinct users that were active in the hour and in the day before",
    noValue: "AccuBooks counts no users",
    row: "User Activity",
  },
  {
    id: "logins-hourly-daily",
    number: 2,
    title: "Logins (hourly, daily)",
    unit: "short",
    queries: [
      {
        expr: 'sum(increase(logins_total{system="accubooks", result="success"}[1h]))',
        legend: "hourly",
      },
      {
        expr: 'sum(increase(logins_total{system="accubooks", result="success"}[1d]))',
        legend: "daily",
      },
    ],
    description: "Successful logins in the hour and in the day before",
    noValue: "No logins",
    row: "User Activity",
  },
  {
    id: "session-duration-median-p95",
    number: 3,
    title: "Session duration (median, P95)",
    unit: "s",
    width: 24,
    queries: [
      {
        expr: 'histogram_quantile(0.5, sum by (le) (rate(session_duration_seconds_bucket{system="accubooks"}[1h])))',
        legend: "median",
      },
      {
        expr: 'histogram_quantile(0.95, sum by (le) (rate(session_duration_seconds_bucket{system="accubooks"}[1h])))',
        legend: "P95",
      },
    ],
    description:
      "Length within which half and 95 % of the sessions ended, over an hour",
    noValue: "No session ended",
    row: "User Activity",
  },
];
