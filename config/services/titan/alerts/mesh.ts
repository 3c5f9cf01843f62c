import type { AlertDeclaration } from "../../../../model/alert";
import type { InputSeries } from "../../../../model/alert-proof";
import { minutes } from "../../../../model/duration";
import { percent } from "../../../../model/ratio";
import { count } from "../../../../model/threshold";
import {
  dependencyDown,
  gaugeLimit,
} from "../../../../patterns/alerts/gauge-limit";
import { ratioLimit } from "../../../../patterns/alerts/ratio-limit";
import { counters } from "../../../../patterns/counters";
import { silentAggregation } from "../../../../patterns/query";
import { meshEvents } from "../events";

const RETRIES = "sum by (service) (titan:service_retries:rate5m)";
const REQUESTS = "sum by (service) (titan:service_requests:rate5m)";

/** Two dependencies of a service, with 4,800 requests per minute; and a service without faults. */
const retrying = (perMinute: number): InputSeries =>
  counters([
    {
      example: {
        'service_retry_attempts_total{system="titan", service="orders", dependency="payments", pod="a"}': 0.75,
        'service_retry_attempts_total{system="titan", service="orders", dependency="stock", pod="b"}': 0.25,
      },
      growth: [[15, perMinute]],
    },
    {
      example: {
        'service_requests_total{system="titan", service="orders", endpoint="/orders", status="200", pod="a"}': 1,
        'service_requests_total{system="titan", service="search", endpoint="/search", status="200", pod="c"}': 9,
        'service_retry_attempts_total{system="titan", service="search", dependency="index", pod="c"}': 1,
      },
      growth: [[15, 4800]],
    },
  ]);

/** Calls between services fail: breakers, dependencies, queues, retries, events. */
export const meshAlerts: readonly AlertDeclaration[] = [
  gaugeLimit({
    name: "TitanCircuitBreakerOpen",
    gauge: 'circuit_breaker_state{system="titan"}',
    aggregation: "max",
    by: ["service", "dependency"],
    labels: { service: "orders", dependency: "payments" },
    // No state is above open, so this is "equal to 2", and the page turns red at the same value.
    limit: {
      name: "open",
      value: count(2, "2 where it is open"),
      comparison: ">=",
    },
    for: minutes(1),
    priority: "P1",
    summary:
      "Circuit breaker {{ $labels.service }} to {{ $labels.dependency }} is open",
    description:
      "For a minute at least one pod of {{ $labels.service }} has not called {{ $labels.dependency }} at all, because too many calls failed.",
    action: "See whether the dependency answers others.",
    runbook: "titan/circuit-breaker",
  }),
  ratioLimit({
    name: "TitanEventProcessingFailures",
    events: meshEvents,
    shows: "good",
    ratio: "titan:event_processing_success:ratio_rate5m",
    limit: { name: "processed", value: percent(99) },
    all: {
      rate: "titan:events:rate5m",
      bad: "events failed",
    },
    bad: {
      rate: "titan:event_failures:rate5m",
      // At least five: of the few events of a quiet night one is more than one in a hundred.
      minimum: {
        name: "failures",
        value: count(4.5, "failed events in 15 minutes"),
      },
      window: minutes(15),
    },
    for: minutes(5),
    priority: "P2",
    summary:
      "Event processing success is {{ $value | humanizePercentage }} (limit 99 %)",
    description:
      "For 5 minutes more than one event in a hundred has failed, at least 5 in 15 minutes: what should follow from them does not.",
    action: "Find the type of event that fails.",
    runbook: "titan/events",
  }),
  dependencyDown({
    name: "TitanDependencyUnhealthy",
    gauge: 'service_dependency_health{system="titan"}',
    by: ["service", "dependency"],
    labels: { service: "orders", dependency: "payments" },
    for: minutes(3),
    severity: "warning",
    priority: "P1",
    summary:
      "{{ $labels.service }}: dependency {{ $labels.dependency }} is unhealthy",
    description:
      "For 3 minutes at least one pod of {{ $labels.service }} has found {{ $labels.dependency }} unhealthy; it may be one of several.",
    action: "See whether other services find it unhealthy too.",
    causes: ["TitanCircuitBreakerOpen", "system-down"],
    runbook: "titan/dependency",
  }),
  gaugeLimit({
    name: "TitanRequestQueueDeep",
    gauge: 'service_request_queue_depth{system="titan"}',
    aggregation: "max",
    by: ["service"],
    labels: { service: "orders" },
    limit: { name: "queued", value: count(100, "requests"), comparison: ">" },
    for: minutes(10),
    priority: "P2",
    summary: "{{ $labels.service }}: {{ $value }} requests queued",
    description:
      "A pod of {{ $labels.service }} has had more than 100 requests waiting for 10 minutes; now {{ $value }}.",
    action: "See whether more requests come or fewer are done.",
    runbook: "titan/queue",
  }),
  {
    name: "TitanRetryStorm",
    expr: `${RETRIES} > {retryRatio} * ${REQUESTS}`,
    thresholds: { retryRatio: percent(20) },
    for: minutes(5),
    priority: "P2",
    summary: "{{ $labels.service }} retries more than 20 % of its requests",
    description:
      "{{ $labels.service }} makes {{ $value | humanize }} calls per second a second time, more than a fifth of the requests that it answers.",
    action: "Find the dependency that is retried, and see whether it answers.",
    runbook: "titan/retries",
    proof: {
      fires: [
        {
          series: retrying(1056),
          before: "nothing",
          // A rate needs two samples.
          at: minutes(6),
          expect: [
            {
              labels: { service: "orders" },
              summary: "orders retries more than 20 % of its requests",
              description:
                "orders makes 17.6 calls per second a second time, more than a fifth of the requests that it answers.",
            },
          ],
          // Until the rate's whole window is at the limit again.
          resolves: { after: minutes(4) },
        },
      ],
      quiet: [{ series: retrying(960), at: minutes(15) }],
      equivalent: silentAggregation({
        query: REQUESTS,
        becomes: "avg",
        why: "requests are recorded by service, one series of each",
      }),
    },
  },
];
