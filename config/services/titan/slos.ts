import { days, minutes, seconds } from "../../../model/duration";
import { percent } from "../../../model/ratio";
import type { SloDeclaration } from "../../../model/slo";
import { eventSlo, latencySlo } from "../../../patterns/slos";
import { latency, meshEvents, requests } from "./events";

const breaker = (state: number) => ({
  'circuit_breaker_state{system="titan", service="orders", dependency="payments"}':
    state,
});

/**
 * titan's SLOs: availability and latency of each service, processed events, and calls between
 * services.
 */
export const slos: readonly SloDeclaration[] = [
  eventSlo({
    name: "service-availability",
    description: "A service of the mesh answers without a server error.",
    unit: "requests",
    objective: percent(99.9),
    statedBudget: minutes(43.2),
    events: requests,
    bad: "titan:service_errors:rate5m",
    total: "titan:service_requests:rate5m",
    outage: { probe: "health" },
    page: "P0",
  }),
  latencySlo({
    name: "service-latency-p99-100ms",
    description: "A service of the mesh answers within a tenth of a second.",
    unit: "requests",
    objective: percent(99),
    period: days(7),
    statedBudget: minutes(100.8),
    // One budget for a service, whatever its endpoints.
    observations: { ...latency, by: ["service"] },
    buckets: "titan:service_request_duration_seconds_bucket:rate5m",
    within: seconds(0.1),
    page: "P1",
  }),
  eventSlo({
    name: "event-processing-success",
    description: "An event between services is processed.",
    objective: percent(99),
    period: days(7),
    statedBudget: minutes(100.8),
    events: meshEvents,
    bad: "titan:event_failures:rate5m",
    total: "titan:events:rate5m",
    page: "P1",
  }),
  {
    kind: "value",
    name: "circuit-breaker-availability",
    description: "Circuit breakers are closed: services can reach each other.",
    objective: percent(99.9),
    period: days(7),
    statedBudget: minutes(10.08),
    bad: "1 - titan:circuit_breaker_closed:ratio",
    total: "titan:circuit_breaker_closed:ratio * 0 + 1",
    page: "P1",
    examples: { good: breaker(0), bad: breaker(1) },
  },
];
