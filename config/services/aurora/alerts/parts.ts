import type { AlertDeclaration } from "../../../../model/alert";
import { hours, minutes, seconds } from "../../../../model/duration";
import { percent } from "../../../../model/ratio";
import { count } from "../../../../model/threshold";
import {
  percentileBroken,
  percentileLimit,
} from "../../../../patterns/alerts/percentile-limit";
import {
  objectiveMissed,
  ratioLimit,
} from "../../../../patterns/alerts/ratio-limit";
import { cacheRequests, connections, messages, queries } from "../events";

/** Components of the application: its WebSockets, its database, its caches. */
export const partAlerts: readonly AlertDeclaration[] = [
  objectiveMissed({
    name: "AuroraWebsocketUnstable",
    events: connections,
    period: "aurora:websocket_stability:ratio_rate7d",
    now: {
      ratio: "aurora:websocket_stability:ratio_rate1h",
      window: hours(1),
    },
    objective: percent(99),
    all: {
      rate: "aurora:websocket_opened:rate5m",
      bad: "connections broke",
    },
    bad: {
      rate: "aurora:websocket_unstable:rate5m",
      // At least five, as its error budget asks for too: one at night is chance.
      minimum: {
        name: "failures",
        value: count(4.5, "broken connections in an hour"),
      },
    },
    for: minutes(10),
    severity: "warning",
    priority: "P1",
    condition: "websocket-stability",
    summary: "WebSocket stability below 99 % over 7 days and in the last hour",
    description:
      "{{ $value | humanizePercentage }} of the last 7 days' connections did not break, and in the last hour the share was below the objective, with at least 5 that broke.",
    action: "See whether they are cut off (abnormal) or fall silent (timeout).",
    runbook: "aurora/websocket#aurorawebsocketunstable",
  }),
  percentileBroken({
    name: "AuroraDatabaseLatencySloViolation",
    quantile: 0.95,
    observations: queries,
    period: "aurora:db_query_duration_seconds:p95_7d",
    now: {
      percentile: "aurora:db_query_duration_seconds:p95_5m",
      window: minutes(5),
    },
    limit: { name: "p95", value: seconds(0.05) },
    for: minutes(10),
    priority: "P1",
    condition: "database-latency",
    summary: "P95 query latency above 50 ms over 7 days and now",
    description:
      "One in twenty of the last 7 days' queries took longer than {{ $value | humanizeDuration }}, and it is as slow now.",
    action: "See which kind of query is slow, and what it waits for.",
    runbook: "aurora/database-latency",
  }),
  ratioLimit({
    name: "AuroraCacheHitRateLow",
    events: cacheRequests,
    shows: "good",
    ratio: "aurora:cache_hit:ratio_rate5m",
    limit: { name: "hitRatio", value: percent(70) },
    all: {
      counter: cacheRequests.total,
      bad: "reads found nothing",
    },
    bad: {
      rate: "aurora:cache_misses:rate5m",
      // A cache that hardly anybody reads is cold, and costs nothing.
      minimum: { name: "misses", value: count(99.5, "misses in 15 minutes") },
      window: minutes(15),
    },
    for: minutes(15),
    priority: "P2",
    summary:
      "Hit rate of cache {{ $labels.cache }} is {{ $value | humanizePercentage }}",
    description:
      "For 15 minutes fewer reads of {{ $labels.cache }} than 70 % have found what they looked for, with at least 100 misses: the database answers the others.",
    action:
      "See whether it was emptied, is too small, or is asked for new keys.",
    runbook: "aurora/cache",
  }),
  percentileLimit({
    name: "AuroraWebsocketMessageLatencyHigh",
    percentile: "aurora:websocket_message_duration_seconds:p99_5m",
    quantile: 0.99,
    observations: messages,
    limit: { name: "p99", value: seconds(0.25) },
    for: minutes(10),
    priority: "P2",
    condition: "websocket-latency",
    summary: "P99 message latency {{ $value | humanizeDuration }}",
    description:
      "For 10 minutes one message in a hundred has taken that long, at least 5 in 15 minutes: what users do together lags.",
    action: "See which direction is slow, and whether all pods are.",
    runbook: "aurora/websocket#aurorawebsocketmessagelatencyhigh",
  }),
];
