import type { AlertDeclaration } from "../../../../model/alert";
import { milliseconds, minutes } from "../../../../model/duration";
import { count } from "../../../../model/threshold";
import { percentileLimit } from "../../../../patterns/alerts/percentile-limit";
import { queryTimes } from "../events";
import { PATHS } from "../priorities";
import { countedRate } from "./counted";

const dashboard = "accubooks-operations";

/** The database is slow, or accepts no connections. */
export const databaseAlerts: readonly AlertDeclaration[] = [
  percentileLimit({
    name: "DatabaseQueryLatencyHigh",
    percentile: "accubooks:db_query_duration_seconds:p95_5m",
    quantile: 0.95,
    observations: queryTimes,
    limit: { name: "p95", value: milliseconds(500) },
    for: minutes(5),
    severity: "warning",
    priority: "P1",
    summary: "P95 query latency {{ $value | humanizeDuration }} (limit 500 ms)",
    description:
      "For 5 minutes one query in twenty has taken that long, at least 5 queries in 15 minutes: pages are slow and connections are held longer.",
    action: "See whether one type of query is slow, or all are.",
    runbook: "accubooks/database-query",
    dashboard,
  }),
  countedRate({
    name: "DatabaseConnectionErrors",
    query: 'sum(rate(db_connection_errors_total{system="accubooks"}[5m])) * 60',
    counter: 'db_connection_errors_total{system="accubooks"}',
    example: {
      'db_connection_errors_total{system="accubooks", error_type="timeout"}': 1,
    },
    limit: { name: "errorsPerMinute", value: count(5, "errors per minute") },
    perMinute: 5,
    window: minutes(5),
    for: minutes(1),
    severity: "warning",
    priority: "P1",
    path: PATHS.soon,
    summary: "{{ $value | humanize }} connection errors per minute (limit 5)",
    description:
      "For a minute attempts to open a connection have failed more often than the limit allows: the database refuses them or cannot be reached.",
    action: "Read the type of the errors: refused, too many, or not allowed.",
    runbook: "accubooks/database-pool#databaseconnectionerrors",
    dashboard,
  }),
];
