import type { Alert } from "../../../model/alert";
import { minutes, seconds } from "../../../model/duration";
import { percent } from "../../../model/ratio";
import { count } from "../../../model/threshold";

/** Users cannot reach the API, or it fails them, or it is slow. */
export const apiAlerts: readonly Alert[] = [
  {
    requirement: "CV-A1",
    name: "HighErrorRate",
    expr: "codeverify:http_error:ratio_rate5m > {errorRatio} and codeverify:http_requests:rate5m > {minimumRate}",
    thresholds: {
      errorRatio: percent(5),
      minimumRate: count(0.1, "requests per second"),
    },
    for: minutes(5),
    severity: "critical",
    priority: "P0",
    condition: "api-errors",
    summary: "High API error rate",
    description: "Error rate is {{ $value | humanizePercentage }}",
    action: "Compare the failing routes with the last deployment.",
    runbook: "codeverify/high-error-rate#higherrorrate",
    dashboard: "codeverify-api",
    proof: {
      fires: [
        {
          series: {
            'codeverify_http_requests_total{status="500"}': "0+6x20",
            'codeverify_http_requests_total{status="200"}': "0+60x20",
          },
          at: minutes(5),
          expect: [{ description: "Error rate is 9.091%" }],
        },
        {
          // A seventh of a request in a second, a tenth of them fails.
          series: {
            'codeverify_http_requests_total{status="500"}': "0+0.7x20",
            'codeverify_http_requests_total{status="200"}': "0+6x20",
          },
          at: minutes(6),
          expect: [{ description: "Error rate is 10.45%" }],
        },
      ],
      quiet: [
        {
          series: {
            'codeverify_http_requests_total{status="500"}': "0+3x20",
            'codeverify_http_requests_total{status="200"}': "0+60x20",
          },
          at: minutes(15),
        },
        {
          // 20 % of errors, but only 5 requests a minute.
          series: {
            'codeverify_http_requests_total{status="500"}': "0+1x20",
            'codeverify_http_requests_total{status="200"}': "0+4x20",
          },
          at: minutes(15),
        },
      ],
    },
  },
  {
    requirement: "CV-A2",
    name: "HighLatency",
    expr: "codeverify:http_request_duration_seconds:p95_5m > {p95}",
    thresholds: { p95: seconds(2) },
    for: minutes(5),
    severity: "warning",
    priority: "P1",
    summary: "High API latency",
    description: "P95 latency is {{ $value | humanizeDuration }}",
    action: "Find the slow route in the heatmap, then look at its queries.",
    runbook: "codeverify/high-latency",
    dashboard: "codeverify-api",
    proof: {
      fires: [
        {
          series: {
            'codeverify_http_request_duration_seconds_bucket{le="2.0"}':
              "0+90x20",
            'codeverify_http_request_duration_seconds_bucket{le="2.5"}':
              "0+100x20",
            'codeverify_http_request_duration_seconds_bucket{le="+Inf"}':
              "0+100x20",
          },
          at: minutes(5),
          expect: [{ description: "P95 latency is 2.25s" }],
        },
      ],
      quiet: [
        {
          series: {
            'codeverify_http_request_duration_seconds_bucket{le="1.0"}':
              "0+90x20",
            'codeverify_http_request_duration_seconds_bucket{le="2.0"}':
              "0+95x20",
            'codeverify_http_request_duration_seconds_bucket{le="2.5"}':
              "0+100x20",
            'codeverify_http_request_duration_seconds_bucket{le="+Inf"}':
              "0+100x20",
          },
          at: minutes(15),
        },
      ],
    },
  },
  {
    requirement: "CV-A8",
    name: "CodeverifyApiDown",
    expr: 'max(probe_success{system="codeverify", probe="health"}) == 0 or absent(probe_success{system="codeverify", probe="health"})',
    for: minutes(2),
    severity: "critical",
    priority: "P0",
    condition: "system-down",
    summary: "Readiness of the CodeVerify API fails",
    description:
      "The probe of /health/ready has failed or has been missing for 2 minutes.",
    action: "Ask the endpoint itself which dependency is not ready.",
    runbook: "codeverify/api-down",
    dashboard: "codeverify-overview",
    proof: {
      fires: [
        {
          series: {
            'probe_success{system="codeverify", probe="health", instance="ready"}':
              "1x5 0x10",
            // Another probe, and another system, do not stand for it.
            'probe_success{system="codeverify", probe="login"}': "1x15",
            'probe_success{system="other", probe="health"}': "1x15",
          },
          at: minutes(8),
        },
        {
          series: {
            'probe_success{system="other", probe="health", instance="ready"}':
              "1x15",
          },
          at: minutes(6),
          expect: [{ labels: { probe: "health" } }],
        },
      ],
      quiet: [
        {
          series: {
            'probe_success{system="codeverify", probe="health", instance="ready"}':
              "1x5 0 1x10",
          },
          at: minutes(7),
        },
        {
          // One of two addresses answers.
          series: {
            'probe_success{system="codeverify", probe="health", instance="a"}':
              "0x15",
            'probe_success{system="codeverify", probe="health", instance="b"}':
              "1x15",
          },
          at: minutes(7),
        },
      ],
    },
  },
  {
    requirement: "CV-A9",
    name: "CodeverifyMetricsAbsent",
    expr: 'absent(up{system="codeverify", app="codeverify-api"} == 1) or absent(codeverify_http_requests_total)',
    for: minutes(10),
    severity: "critical",
    priority: "P1",
    summary: "No metrics from the CodeVerify API",
    description:
      "No API pod is scraped, or none counts requests: the other alerts of the API are blind.",
    action: "Open the targets page of Prometheus and read the scrape error.",
    runbook: "codeverify/metrics-absent",
    dashboard: "codeverify-overview",
    proof: {
      fires: [
        {
          series: {
            'up{system="codeverify", app="codeverify-api", pod="a"}':
              "1x5 0x20",
            'up{system="codeverify", app="codeverify-worker"}': "1x30",
            'up{system="other", app="codeverify-api"}': "1x30",
            codeverify_http_requests_total: "0+10x30",
          },
          at: minutes(16),
        },
        {
          series: {
            'up{system="codeverify", app="codeverify-api", pod="a"}': "1x30",
          },
          at: minutes(14),
        },
      ],
      quiet: [
        {
          // One pod of two is gone: the API still sends metrics.
          series: {
            'up{system="codeverify", app="codeverify-api", pod="a"}': "0x30",
            'up{system="codeverify", app="codeverify-api", pod="b"}': "1x30",
            codeverify_http_requests_total: "0+10x30",
          },
          at: minutes(20),
        },
      ],
    },
  },
];
