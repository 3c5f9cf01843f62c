import type { AlertDeclaration } from "../../../../model/alert";
import { minutes, seconds } from "../../../../model/duration";
import { percent } from "../../../../model/ratio";
import { count } from "../../../../model/threshold";
import { percentileLimit } from "../../../../patterns/alerts/percentile-limit";
import { ratioLimit } from "../../../../patterns/alerts/ratio-limit";
import { requestTimes, requests } from "../events";
import { PATHS } from "../priorities";
import { countedRate } from "./counted";

const dashboard = "accubooks-operations";

const errors = {
  events: requests,
  shows: "bad",
  ratio: "accubooks:http_error:ratio_rate5m",
  minimum: {
    name: "minimumRate",
    rate: "accubooks:http_requests:rate5m",
    value: count(0.1, "requests per second"),
  },
  all: {
    rate: "accubooks:http_requests:rate5m",
    bad: "requests ended with a server error",
  },
  bad: {
    rate: "accubooks:http_errors:rate5m",
    // At least five: of the few requests of a quiet night one is more than one in a hundred.
    minimum: {
      name: "errors",
      value: count(4.5, "server errors in 5 minutes"),
    },
    window: minutes(5),
  },
  for: minutes(5),
  condition: "api-errors",
  dashboard,
} as const;

/** The API fails, is slow, or gets too many requests. */
export const apiAlerts: readonly AlertDeclaration[] = [
  ratioLimit({
    ...errors,
    name: "HighErrorRate",
    limit: { name: "errorRatio", value: percent(1) },
    priority: "P0",
    summary: "High error rate detected",
    description:
      "Error rate is {{ $value | humanizePercentage }} over the last 5 minutes",
    action: "Look at the status: it names the layer that fails.",
    runbook: "accubooks/high-error-rate#higherrorrate",
  }),
  ratioLimit({
    ...errors,
    name: "ErrorRateElevated",
    limit: { name: "errorRatio", value: percent(0.5) },
    severity: "warning",
    priority: "P1",
    path: PATHS.soon,
    summary: "Error rate {{ $value | humanizePercentage }} (limit 0.5 %)",
    description:
      "For 5 minutes too many requests have ended with a server error, at least 5 in any 5 minutes. HighErrorRate pages from 1 % on.",
    action: "Compare the failing routes with the last release.",
    runbook: "accubooks/high-error-rate#errorrateelevated",
  }),
  countedRate({
    name: "Http500Burst",
    query:
      'sum(rate(http_requests_total{system="accubooks", status_code="500"}[2m])) * 60',
    counter: 'http_requests_total{system="accubooks", status_code="500"}',
    example: {
      'http_requests_total{system="accubooks", status_code="500"}': 1,
    },
    limit: {
      name: "responsesPerMinute",
      value: count(10, "responses per minute"),
    },
    perMinute: 10,
    window: minutes(2),
    for: minutes(1),
    severity: "warning",
    priority: "P1",
    path: PATHS.soon,
    condition: "api-errors",
    summary:
      "{{ $value | humanize }} responses with status 500 per minute (limit 10)",
    description:
      "For a minute the API has answered more often with status 500 than its limit allows: the application itself fails, not what is in front of it.",
    action: "Find the route, then read its exception in the log.",
    runbook: "accubooks/high-error-rate#http500burst",
    dashboard,
  }),
  percentileLimit({
    name: "HighLatency",
    percentile: "accubooks:http_request_duration_seconds:p95_5m",
    quantile: 0.95,
    observations: requestTimes,
    limit: { name: "p95", value: seconds(1) },
    for: minutes(5),
    severity: "warning",
    priority: "P1",
    path: PATHS.soon,
    condition: "api-latency",
    summary: "High API latency detected",
    description: "p95 latency is {{ $value | humanizeDuration }}",
    action: "Find the slow routes, then the longest span of one of them.",
    runbook: "accubooks/high-latency",
    dashboard,
  }),
  countedRate({
    name: "RequestRateAbnormal",
    query: "accubooks:http_requests:rate5m",
    counter: requests.total,
    example: requests.examples.good,
    limit: { name: "rate", value: count(1000, "requests per second") },
    perMinute: 60_000,
    window: minutes(5),
    for: minutes(2),
    severity: "warning",
    priority: "P1",
    path: PATHS.soon,
    summary: "{{ $value | humanize }} requests per second (normal 100-500)",
    description:
      "For 2 minutes more requests have come than AccuBooks is sized for: an attack, a client that repeats in a loop, or success.",
    action:
      "Look at the failing requests and status codes: are they from users or from outsiders?",
    runbook: "accubooks/traffic",
    dashboard,
  }),
];
