import { days, hours, minutes } from "../../../model/duration";
import type { RecordingGroupDeclaration } from "../../../model/recording-rule";
import {
  bucketRate,
  percentileNow,
  percentileOver,
} from "../../../patterns/recording/percentiles";
import {
  counterRate,
  errorRate,
  eventRate,
} from "../../../patterns/recording/rates";
import { ratioNow, ratioOver } from "../../../patterns/recording/ratios";
import { breakerRules } from "./recording-rules/breakers";
import { eventLatency, latency, meshEvents, requests } from "./events";

const services = {
  events: requests,
  bad: "titan:service_errors:rate5m",
  total: "titan:service_requests:rate5m",
} as const;

const slow = {
  observations: latency,
  buckets: "titan:service_request_duration_seconds_bucket:rate5m",
  quantile: 0.99,
};

const processed = {
  events: meshEvents,
  bad: "titan:event_failures:rate5m",
  total: "titan:events:rate5m",
  shows: "good",
} as const;

const slowEvents = {
  observations: eventLatency,
  buckets: "titan:event_processing_duration_seconds_bucket:rate5m",
};

/**
 * Rates, ratios and percentiles that alerts, SLOs and the page share. A rule reads only rules above
 * it.
 */
export const recording: readonly RecordingGroupDeclaration[] = [
  {
    name: "titan-services",
    rules: [
      eventRate({
        record: services.total,
        events: requests,
      }),
      errorRate({
        record: services.bad,
        events: requests,
      }),
      ratioNow({
        record: "titan:service_error:ratio_rate5m",
        ...services,
        shows: "bad",
      }),
      ratioOver({
        record: "titan:service_availability:ratio_rate1h",
        ...services,
        shows: "good",
        window: hours(1),
      }),
      ratioOver({
        record: "titan:service_availability:ratio_rate30d",
        ...services,
        shows: "good",
        window: days(30),
      }),
      bucketRate({
        record: slow.buckets,
        observations: latency,
      }),
      percentileNow({
        record: "titan:service_request_duration_seconds:p99_5m",
        ...slow,
      }),
      percentileOver({
        record: "titan:service_request_duration_seconds:p99_7d",
        ...slow,
        window: days(7),
      }),
      counterRate({
        record: "titan:service_retries:rate5m",
        counter: 'service_retry_attempts_total{system="titan"}',
        example: {
          'service_retry_attempts_total{system="titan", service="orders", dependency="payments"}': 1,
        },
        by: ["service", "dependency"],
      }),
    ],
  },
  {
    name: "titan-events",
    rules: [
      eventRate({
        record: processed.total,
        events: meshEvents,
      }),
      errorRate({
        record: processed.bad,
        events: meshEvents,
      }),
      ratioNow({
        record: "titan:event_processing_success:ratio_rate5m",
        ...processed,
      }),
      bucketRate({
        record: slowEvents.buckets,
        observations: eventLatency,
      }),
      ...breakerRules.slice(0, 1),
    ],
  },
  {
    name: "titan-long-windows",
    interval: minutes(2),
    rules: [
      ratioOver({
        record: "titan:event_processing_success:ratio_rate7d",
        ...processed,
        window: days(7),
      }),
      ...breakerRules.slice(1),
      percentileOver({
        record: "titan:event_processing_duration_seconds:p95_7d",
        ...slowEvents,
        quantile: 0.95,
        window: days(7),
      }),
    ],
  },
];
