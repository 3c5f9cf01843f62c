import type { AlertDeclaration } from "../../../../model/alert";
import { minutes, seconds } from "../../../../model/duration";
import { percent } from "../../../../model/ratio";
import { count } from "../../../../model/threshold";
import { percentileLimit } from "../../../../patterns/alerts/percentile-limit";
import { ratioLimit } from "../../../../patterns/alerts/ratio-limit";
import { metricsAbsent, systemDown } from "../../../../patterns/alerts/absence";
import { latency, requests } from "../events";

/** The API is down, fails, or is slow. */
export const apiAlerts: readonly AlertDeclaration[] = [
  ratioLimit({
    name: "HighErrorRate",
    events: requests,
    ratio: "codeverify:http_error:ratio_rate5m",
    shows: "bad",
    limit: { name: "errorRatio", value: percent(5) },
    minimum: {
      name: "minimumRate",
      rate: "codeverify:http_requests:rate5m",
      value: count(0.1, "requests per second"),
    },
    all: {
      rate: "codeverify:http_requests:rate5m",
      bad: "requests ended with a server error",
    },
    bad: {
      rate: "codeverify:http_errors:rate5m",
      // At least five: two failed requests at night wake nobody.
      minimum: {
        name: "errors",
        value: count(4.5, "server errors in 5 minutes"),
      },
      window: minutes(5),
    },
    for: minutes(5),
    priority: "P0",
    condition: "api-errors",
    summary: "High API error rate",
    description: "Error rate is {{ $value | humanizePercentage }}",
    action: "Compare the failing routes with the last deployment.",
    runbook: "codeverify/high-error-rate#higherrorrate",
    dashboard: "codeverify-api",
  }),
  percentileLimit({
    name: "HighLatency",
    percentile: "codeverify:http_request_duration_seconds:p95_5m",
    quantile: 0.95,
    observations: latency,
    limit: { name: "p95", value: seconds(2) },
    for: minutes(5),
    severity: "warning",
    priority: "P1",
    summary: "High API latency",
    description: "P95 latency is {{ $value | humanizeDuration }}",
    action: "Find the slow route in the heatmap, then look at its queries.",
    runbook: "codeverify/high-latency",
    dashboard: "codeverify-api",
  }),
  systemDown({
    name: "CodeverifyApiDown",
    key: "codeverify",
    for: minutes(2),
    priority: "P0",
    condition: "system-down",
    summary: "Readiness of the CodeVerify API fails",
    description:
      "The probe of /health/ready has failed or has been missing for 2 minutes.",
    action: "Ask the endpoint itself which dependency is not ready.",
    causes: ["api-errors"],
    runbook: "codeverify/api-down",
    dashboard: "codeverify-overview",
  }),
  metricsAbsent({
    name: "CodeverifyMetricsAbsent",
    key: "codeverify",
    apps: ["codeverify-api"],
    metric: "codeverify_http_requests_total",
    for: minutes(10),
    priority: "P1",
    summary: "No metrics from the CodeVerify API",
    description:
      "No API pod is scraped, or none counts requests: the other alerts of the API are blind.",
    action: "Open the targets page of Prometheus and read the scrape error.",
    runbook: "codeverify/metrics-absent",
    dashboard: "codeverify-overview",
  }),
];
