import type { AlertDeclaration } from "../../../../model/alert";
import { hours, minutes, seconds } from "../../../../model/duration";
import { percent } from "../../../../model/ratio";
import { count } from "../../../../model/threshold";
import { percentileBroken } from "../../../../patterns/alerts/percentile-limit";
import {
  objectiveMissed,
  ratioLimit,
} from "../../../../patterns/alerts/ratio-limit";
import { metricsAbsent, systemDown } from "../../../../patterns/alerts/absence";
import { latency, requests } from "../events";

/** A service of the mesh breaches its SLOs or fails now, or its metrics are absent. */
export const serviceAlerts: readonly AlertDeclaration[] = [
  objectiveMissed({
    name: "TitanServiceAvailabilitySloViolation",
    events: requests,
    period: "titan:service_availability:ratio_rate30d",
    now: { ratio: "titan:service_availability:ratio_rate1h", window: hours(1) },
    objective: percent(99.9),
    all: {
      rate: "titan:service_requests:rate5m",
      bad: "requests ended with a server error",
    },
    bad: {
      rate: "titan:service_errors:rate5m",
      // At least five, as its error budget asks for too: one at night is chance.
      minimum: {
        name: "failures",
        value: count(4.5, "server errors in an hour"),
      },
    },
    for: minutes(5),
    priority: "P0",
    condition: "service-availability",
    summary:
      "{{ $labels.service }} below 99.9 % over 30 days and still bad in the last hour",
    description:
      "{{ $labels.service }} answered {{ $value | humanizePercentage }} of the last 30 days' requests without a server error, and in the last hour the share was below the objective, with at least 5 server errors.",
    action:
      "Find out whether the service itself fails or one that it calls, and compare with the last deployment.",
    runbook: "titan/service-availability#titanserviceavailabilitysloviolation",
  }),
  percentileBroken({
    name: "TitanServiceLatencySloViolation",
    quantile: 0.99,
    observations: latency,
    period: "titan:service_request_duration_seconds:p99_7d",
    now: {
      percentile: "titan:service_request_duration_seconds:p99_5m",
      window: minutes(5),
    },
    limit: { name: "p99", value: seconds(0.1) },
    for: minutes(10),
    priority: "P1",
    condition: "service-latency",
    summary:
      "P99 of {{ $labels.service }} {{ $labels.endpoint }} above 100 ms over 7 days and now",
    description:
      "One in a hundred of the last 7 days' requests to {{ $labels.endpoint }} of {{ $labels.service }} took longer than {{ $value | humanizeDuration }}, and it is as slow now.",
    action: "Open a slow trace and see which call it waits for.",
    runbook: "titan/service-latency",
  }),
  ratioLimit({
    name: "TitanServiceErrorRateHigh",
    events: requests,
    shows: "bad",
    ratio: "titan:service_error:ratio_rate5m",
    limit: { name: "errorRatio", value: percent(1) },
    all: {
      rate: "titan:service_requests:rate5m",
      bad: "requests failed",
    },
    bad: {
      rate: "titan:service_errors:rate5m",
      // At least five: two of a service that is asked once a minute are chance.
      minimum: {
        name: "failures",
        value: count(4.5, "server errors in 15 minutes"),
      },
      window: minutes(15),
    },
    for: minutes(5),
    severity: "warning",
    priority: "P1",
    condition: "service-availability",
    summary:
      "{{ $labels.service }} fails {{ $value | humanizePercentage }} of requests (limit 1 %)",
    description:
      "For 5 minutes more than 1 % of the requests to {{ $labels.service }} have ended with a server error, at least 5 in 15 minutes.",
    action: "Split its errors by endpoint and status.",
    runbook: "titan/service-availability#titanserviceerrorratehigh",
  }),
  systemDown({
    name: "TitanDown",
    key: "titan",
    for: minutes(2),
    priority: "P0",
    condition: "system-down",
    summary: "titan is down",
    description:
      "The probe of the gateway has failed or has been missing for 2 minutes: no caller from outside gets an answer.",
    action:
      "See whether the gateway fails itself or answers for a service behind it.",
    causes: ["service-availability"],
    runbook: "titan/down",
  }),
  metricsAbsent({
    name: "TitanMetricsAbsent",
    key: "titan",
    apps: ["titan-mesh"],
    metric: 'service_requests_total{system="titan"}',
    for: minutes(10),
    priority: "P1",
    summary: "No metrics from titan",
    description:
      "No service of the mesh is scraped, or none counts requests: the other alerts of titan are blind.",
    action: "Read the scrape error on the targets page of Prometheus.",
    runbook: "titan/metrics-absent",
  }),
];
