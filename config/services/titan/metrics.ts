import { open } from "../../../model/label-values";
import { counter, gauge, histogram } from "../../../model/metric";
import type { MetricContract } from "../../../model/metric";
import {
  always,
  between,
  bySet,
  observedOf,
  perHour,
  perMinute,
  perSecond,
} from "../../../model/typical/typical";
import { httpStatus } from "../../../patterns/http-labels";
import { httpTraffic } from "../../../patterns/http-traffic";
import { eventLatency, latency } from "./events";

/** A pod speaks for the one service that it runs. */
const service = open({ upTo: 1, examples: ["orders"] });
const endpoints = open({ upTo: 20, examples: ["/orders", "/search"] });
const eventTypes = open({ upTo: 15, examples: ["order_placed", "order_paid"] });
const dependencies = open({ upTo: 10, examples: ["payments", "stock"] });

/** Metrics of each service of the mesh at `/metrics`, with its name in the label `service`. */
export const metrics: MetricContract = {
  event_processing_failures_total: counter({
    help: "Events that could not be processed, after the last try",
    labels: { service, event_type: eventTypes },
    typical: bySet({ 'event_type="order_paid"': perHour(12) }),
  }),
  service_dependency_health: gauge({
    help: "1 while a dependency of the service answers its check, 0 otherwise",
    labels: { service, dependency: dependencies },
    typical: always(1),
  }),
  service_request_queue_depth: gauge({
    help: "Requests that a pod has accepted and not yet begun",
    labels: { service },
    typical: between(0, 1, 9),
  }),
  service_retry_attempts_total: counter({
    help: "Calls to a dependency that were made again because the one before failed",
    labels: { service, dependency: dependencies },
    typical: perMinute(20),
  }),
  service_requests_total: counter({
    help: "Requests answered by the service; the endpoint is a template of the path",
    labels: { service, endpoint: endpoints, status: httpStatus },
    typical: httpTraffic(250, ["status"]),
  }),
  service_request_duration_seconds: histogram({
    help: "Time to answer a request, in seconds",
    labels: { service, endpoint: endpoints },
    buckets: latency.buckets,
    typical: observedOf("service_requests_total", {
      p50: 0.012,
      p95: 0.04,
      p99: 0.065,
    }),
  }),
  events_processed_total: counter({
    help: "Events taken, those that failed included",
    labels: { service, event_type: eventTypes },
    typical: bySet({
      'event_type="order_placed"': perSecond(9),
      'event_type="order_paid"': perSecond(8),
    }),
  }),
  event_processing_duration_seconds: histogram({
    help: "Time to process an event, in seconds",
    labels: { service, event_type: eventTypes },
    buckets: eventLatency.buckets,
    typical: observedOf("events_processed_total", {
      p50: 0.08,
      p95: 0.6,
      p99: 1.8,
    }),
  }),
  circuit_breaker_state: gauge({
    help: "State of the circuit breaker in front of a dependency: 0 closed, 1 half-open, 2 open",
    labels: { service, dependency: dependencies },
    typical: always(0),
  }),
};
