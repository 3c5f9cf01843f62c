import type { AlertDeclaration } from "../../../../model/alert";
import { hours, minutes, seconds } from "../../../../model/duration";
import { percent } from "../../../../model/ratio";
import { count } from "../../../../model/threshold";
import { percentileBroken } from "../../../../patterns/alerts/percentile-limit";
import { objectiveMissed } from "../../../../patterns/alerts/ratio-limit";
import { metricsAbsent, systemDown } from "../../../../patterns/alerts/absence";
import { latency, requests } from "../events";

/** The API breaches its SLOs, or its metrics are absent. */
export const apiAlerts: readonly AlertDeclaration[] = [
  objectiveMissed({
    name: "NebulaApiAvailabilitySloViolation",
    events: requests,
    period: "nebula:api_availability:ratio_rate30d",
    now: { ratio: "nebula:api_availability:ratio_rate1h", window: hours(1) },
    objective: percent(99.9),
    all: {
      rate: "nebula:api_requests:rate5m",
      bad: "requests ended with a server error",
    },
    bad: {
      rate: "nebula:api_errors:rate5m",
      // At least five, as its error budget asks for too: one at night is chance.
      minimum: {
        name: "failures",
        value: count(4.5, "server errors in an hour"),
      },
    },
    for: minutes(5),
    priority: "P0",
    condition: "api-availability",
    summary:
      "API availability over 30 days is below 99.9 % and still bad in the last hour",
    description:
      "{{ $value | humanizePercentage }} of the last 30 days' requests were answered without a server error, and in the last hour the share was below the objective, with at least 5 server errors.",
    action: "Find the failing route, and compare with the last deployment.",
    runbook: "nebula/api-availability",
  }),
  percentileBroken({
    name: "NebulaApiLatencySloViolation",
    quantile: 0.99,
    observations: latency,
    period: "nebula:api_request_duration_seconds:p99_7d",
    now: {
      percentile: "nebula:api_request_duration_seconds:p99_5m",
      window: minutes(5),
    },
    limit: { name: "p99", value: seconds(0.1) },
    for: minutes(10),
    priority: "P1",
    condition: "api-latency",
    summary: "P99 API latency above 100 ms over 7 days and now",
    description:
      "One in a hundred of the last 7 days' requests took longer than {{ $value | humanizeDuration }}, and it is as slow now.",
    action: "Find the route that is slow, and what it waits for.",
    runbook: "nebula/api-latency",
  }),
  systemDown({
    name: "NebulaDown",
    key: "nebula",
    for: minutes(2),
    priority: "P0",
    condition: "system-down",
    summary: "nebula is down",
    description:
      "The probe of its health has failed or has been missing for 2 minutes: the API does not answer, or lacks something that it depends on.",
    action:
      "See whether pods of the API are ready, then which cloud or store its health names.",
    causes: ["api-availability"],
    runbook: "nebula/down",
  }),
  metricsAbsent({
    name: "NebulaMetricsAbsent",
    key: "nebula",
    apps: ["nebula-api"],
    metric: 'api_requests_total{system="nebula"}',
    for: minutes(10),
    priority: "P1",
    summary: "No metrics from nebula",
    description:
      "No target of nebula is scraped, or none counts requests: its other alerts are blind.",
    action: "Read the scrape error on the targets page of Prometheus.",
    runbook: "nebula/metrics-absent",
  }),
];
