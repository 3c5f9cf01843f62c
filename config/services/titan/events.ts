import type { Example } from "../../../model/slo";
import type { Events } from "../../../patterns/events";
import type { Observations } from "../../../patterns/observations";

const request = (status: string): Example => ({
  [`service_requests_total{system="titan", service="orders", endpoint="/orders", status="${status}"}`]: 1,
});

/** Requests to each service of the mesh; a server error is bad. */
export const requests: Events = {
  total: 'service_requests_total{system="titan"}',
  bad: 'service_requests_total{system="titan", status=~"5.."}',
  by: ["service"],
  examples: { good: request("200"), bad: request("500") },
};

/** How long they take, at each endpoint of each service. */
export const latency: Observations = {
  histogram: "service_request_duration_seconds",
  matchers: 'system="titan"',
  by: ["service", "endpoint"],
  labels: { service: "orders", endpoint: "/orders" },
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
};

const taken: Example = {
  'events_processed_total{system="titan", service="orders", event_type="order_placed"}': 1,
};

/**
 * Events that services consume. Failed ones are included, and counted again by a counter of their
 * own.
 */
export const meshEvents: Events = {
  total: 'events_processed_total{system="titan"}',
  bad: 'event_processing_failures_total{system="titan"}',
  examples: {
    good: taken,
    bad: {
      ...taken,
      'event_processing_failures_total{system="titan", service="orders", event_type="order_placed"}': 1,
    },
  },
};

/** Processing time of an event. */
export const eventLatency: Observations = {
  histogram: "event_processing_duration_seconds",
  matchers: 'system="titan"',
  buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
};
