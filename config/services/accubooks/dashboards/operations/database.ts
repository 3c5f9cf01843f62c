import type { PanelDeclaration } from "../../../../../model/dashboard";
import { seconds } from "../../../../../model/duration";
import { count } from "../../../../../model/threshold";

const ROW = "Database Performance";

/** How full the pool is, and how fast the database answers. */
export const databasePanels: readonly PanelDeclaration[] = [
  {
    id: "active-connections",
    number: 4,
    title: "Active connections",
    unit: "short",
    thresholds: {
      kind: "steps",
      base: "green",
      steps: [
        { colour: "yellow", from: count(60, "connections") },
        {
          colour: "red",
          alert: "DatabaseConnectionsHigh",
          threshold: "connections",
        },
      ],
    },
    queries: [
      {
        expr: 'sum(db_active_connections{system="accubooks"})',
        legend: "active",
      },
    ],
    description:
      "Database connections in use, of all replicas; 20 to 60 are usual",
    noValue: "No pool reports",
    row: ROW,
  },
  {
    id: "pool-utilization",
    number: 5,
    title: "Pool utilization",
    visualisation: { kind: "gauge", min: 0, max: 1 },
    unit: "percentunit",
    thresholds: {
      kind: "steps",
      base: "green",
      steps: [
        {
          colour: "yellow",
          alert: "DatabasePoolWarning",
          threshold: "usedRatio",
        },
        { colour: "orange", alert: "DatabasePoolHigh", threshold: "usedRatio" },
        {
          colour: "red",
          alert: "DatabasePoolExhaustion",
          threshold: "usedRatio",
        },
      ],
    },
    queries: [{ expr: "accubooks:db_pool_utilization:max" }],
    description:
      "Share of the connections of the fullest pool that is in use; each replica has a pool of its own",
    noValue: "No pool reports",
    row: ROW,
  },
  {
    id: "query-latency-p95",
    number: 6,
    title: "Query latency (p95)",
    unit: "s",
    thresholds: {
      kind: "steps",
      base: "green",
      steps: [
        { colour: "yellow", from: seconds(0.2) },
        { colour: "red", alert: "DatabaseQueryLatencyHigh", threshold: "p95" },
      ],
    },
    queries: [
      { expr: "accubooks:db_query_duration_seconds:p95_5m", legend: "all" },
      {
        expr: 'histogram_quantile(0.95, sum by (le, query_type) (rate(db_query_duration_seconds_bucket{system="accubooks"}[$__rate_interval])))',
        legend: "{{query_type}}",
      },
    ],
    description:
      "Time within which 95 % of database queries returned, of all and by type",
    noValue: "No queries",
    row: ROW,
  },
  {
    id: "connection-wait-time-p95",
    number: 7,
    title: "Connection wait time (p95)",
    unit: "s",
    thresholds: {
      kind: "steps",
      base: "green",
      steps: [
        { colour: "yellow", from: seconds(0.01) },
        {
          colour: "red",
          alert: "DatabaseConnectionWaitHigh",
          threshold: "p95",
        },
      ],
    },
    queries: [
      { expr: "accubooks:db_connection_wait_seconds:p95_5m", legend: "wait" },
    ],
    description:
      "Time within which 95 % of queries got a connection, over 5 minutes",
    noValue: "No queries",
    row: ROW,
  },
  {
    id: "connection-errors-per-minute",
    number: 18,
    title: "Connection errors per minute",
    unit: "cpm",
    thresholds: {
      kind: "steps",
      base: "green",
      steps: [
        // One failure in 5 minutes is 0.2 per minute; zero itself is good.
        { colour: "yellow", from: count(0.1, "errors per minute") },
        {
          colour: "red",
          alert: "DatabaseConnectionErrors",
          threshold: "errorsPerMinute",
        },
      ],
    },
    queries: [
      {
        expr: 'sum(rate(db_connection_errors_total{system="accubooks"}[5m])) * 60',
        legend: "errors",
      },
    ],
    description: "Connections to the database that failed, over 5 minutes",
    noValue: "No failure since the start",
    row: ROW,
  },
];
