import { days, minutes, seconds } from "../../../model/duration";
import { percent } from "../../../model/ratio";
import type { SloDeclaration } from "../../../model/slo";
import { eventSlo, latencySlo } from "../../../patterns/slos";
import {
  connections,
  latency,
  queries,
  registrations,
  requests,
} from "./events";

const week = {
  period: days(7),
  statedBudget: minutes(100.8),
  page: "P1",
} as const;

/** aurora's SLOs: availability, latency, stable connections, and successful registrations. */
export const slos: readonly SloDeclaration[] = [
  eventSlo({
    name: "api-availability",
    description: "The API answers without a server error.",
    unit: "requests",
    objective: percent(99.9),
    statedBudget: minutes(43.2),
    events: requests,
    bad: "aurora:api_errors:rate5m",
    total: "aurora:api_requests:rate5m",
    outage: { probe: "health" },
    page: "P0",
  }),
  latencySlo({
    ...week,
    name: "api-latency-p99-100ms",
    description: "The API answers within a tenth of a second.",
    unit: "requests",
    objective: percent(99),
    observations: latency,
    buckets: "aurora:api_request_duration_seconds_bucket:rate5m",
    within: seconds(0.1),
  }),
  eventSlo({
    ...week,
    name: "websocket-stability",
    description: "A WebSocket connection lasts until one side closes it.",
    unit: "connections",
    objective: percent(99),
    events: connections,
    bad: "aurora:websocket_unstable:rate5m",
    total: "aurora:websocket_opened:rate5m",
  }),
  latencySlo({
    ...week,
    name: "db-query-latency-p95-50ms",
    description: "The database answers within a twentieth of a second.",
    unit: "queries",
    objective: percent(95),
    statedBudget: minutes(504),
    observations: queries,
    buckets: "aurora:db_query_duration_seconds_bucket:rate5m",
    within: seconds(0.05),
  }),
  eventSlo({
    ...week,
    name: "user-registration-success",
    description: "Who registers gets an account.",
    unit: "registrations",
    objective: percent(99),
    events: registrations,
    bad: "aurora:user_registration_failures:rate5m",
    total: "aurora:user_registrations:rate5m",
  }),
];
