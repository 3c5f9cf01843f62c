import type { AlertDeclaration } from "../../../../model/alert";
import { milliseconds, minutes } from "../../../../model/duration";
import { percent } from "../../../../model/ratio";
import { count } from "../../../../model/threshold";
import { gaugeLimit } from "../../../../patterns/alerts/gauge-limit";
import { gaugeRatioLimit } from "../../../../patterns/alerts/gauge-ratio-limit";
import { percentileLimit } from "../../../../patterns/alerts/percentile-limit";
import { connectionWaits, pools } from "../events";

const dashboard = "accubooks-operations";

const full = {
  ratio: "accubooks:db_pool_utilization:max",
  gauges: pools,
  condition: "db-pool",
  dashboard,
} as const;

/** Connections to the database run out, and queries wait for one. */
export const poolAlerts: readonly AlertDeclaration[] = [
  gaugeRatioLimit({
    ...full,
    name: "DatabasePoolExhaustion",
    limit: { name: "usedRatio", value: percent(90), comparison: ">" },
    for: minutes(5),
    priority: "P0",
    summary: "Database pool near exhaustion",
    description: "Pool utilization is {{ $value | humanizePercentage }}",
    action: "See whether one replica holds the connections, or all do.",
    causes: ["system-down", "api-errors", "slo-api-availability"],
    runbook: "accubooks/database-pool#databasepoolexhaustion",
  }),
  gaugeRatioLimit({
    ...full,
    name: "DatabasePoolHigh",
    limit: { name: "usedRatio", value: percent(80), comparison: ">" },
    for: minutes(5),
    severity: "warning",
    priority: "P1",
    summary: "Pool utilization {{ $value | humanizePercentage }}",
    description:
      "For 5 minutes at least one replica has used that share of its own connections; the fullest pool is shown. At 90 % DatabasePoolExhaustion pages.",
    action: "See whether queries are slower or more than yesterday.",
    runbook: "accubooks/database-pool#databasepoolhigh",
  }),
  gaugeRatioLimit({
    ...full,
    name: "DatabasePoolWarning",
    limit: { name: "usedRatio", value: percent(70), comparison: ">" },
    for: minutes(10),
    priority: "P2",
    summary: "Pool utilization {{ $value | humanizePercentage }}",
    description:
      "For 10 minutes at least one replica has used that share of its own connections; the fullest pool is shown.",
    action: "See whether it grows whatever the traffic: then it is a leak.",
    runbook: "accubooks/database-pool#databasepoolwarning",
  }),
  gaugeLimit({
    name: "DatabaseConnectionsHigh",
    gauge: 'db_active_connections{system="accubooks"}',
    aggregation: "sum",
    limit: {
      name: "connections",
      value: count(140, "connections"),
      comparison: ">",
    },
    for: minutes(5),
    priority: "P2",
    condition: "db-pool",
    summary: "{{ $value }} active connections (70 % of 200)",
    description:
      "For 5 minutes all replicas together have held that many of the 200 connections that the database bears.",
    action:
      "See whether somebody made the pool larger than the database bears.",
    runbook: "accubooks/database-pool#databaseconnectionshigh",
    dashboard,
  }),
  percentileLimit({
    name: "DatabaseConnectionWaitHigh",
    percentile: "accubooks:db_connection_wait_seconds:p95_5m",
    quantile: 0.95,
    observations: connectionWaits,
    limit: { name: "p95", value: milliseconds(50) },
    for: minutes(5),
    severity: "warning",
    priority: "P1",
    summary:
      "P95 wait for a connection {{ $value | humanizeDuration }} (limit 50 ms)",
    description:
      "For 5 minutes one query in twenty has waited that long until its pool had a connection for it, at least 5 queries in 15 minutes.",
    action: "Find the replica whose own pool is full.",
    runbook: "accubooks/database-pool#databaseconnectionwaithigh",
    dashboard,
  }),
];
