import { minutes } from "../../model/duration";
import type { RecordingGroup } from "../../model/recording-rule";

/** Rates, ratios and percentiles that alerts and dashboards share. A rule reads only what stands above it. */
export const recording: readonly RecordingGroup[] = [
  {
    name: "codeverify-http",
    interval: minutes(1),
    rules: [
      {
        requirement: "CV-R1",
        record: "codeverify:http_requests:rate5m",
        expr: "sum(rate(codeverify_http_requests_total[5m]))",
      },
      {
        requirement: "CV-R2",
        record: "codeverify:http_errors:rate5m",
        expr: `sum(rate(codeverify_http_requests_total{status=~"5.."}[5m]))
  or 0 * sum(rate(codeverify_http_requests_total[5m]))`,
      },
      {
        requirement: "CV-R3",
        record: "codeverify:http_error:ratio_rate5m",
        expr: "codeverify:http_errors:rate5m / (codeverify:http_requests:rate5m > 0)",
      },
      {
        requirement: "CV-R4",
        record: "codeverify:http_request_duration_seconds_bucket:rate5m",
        expr: "sum by (le) (rate(codeverify_http_request_duration_seconds_bucket[5m]))",
      },
      {
        requirement: "CV-R5",
        record: "codeverify:http_request_duration_seconds:p50_5m",
        expr: "histogram_quantile(0.50, sum by (le) (codeverify:http_request_duration_seconds_bucket:rate5m))",
      },
      {
        requirement: "CV-R6",
        record: "codeverify:http_request_duration_seconds:p95_5m",
        expr: "histogram_quantile(0.95, sum by (le) (codeverify:http_request_duration_seconds_bucket:rate5m))",
      },
      {
        requirement: "CV-R7",
        record: "codeverify:http_request_duration_seconds:p99_5m",
        expr: "histogram_quantile(0.99, sum by (le) (codeverify:http_request_duration_seconds_bucket:rate5m))",
      },
    ],
  },
  {
    name: "codeverify-analysis",
    interval: minutes(1),
    rules: [
      {
        requirement: "CV-R8",
        record: "codeverify:analyses:rate5m",
        expr: "sum(rate(codeverify_analyses_total[5m]))",
      },
      {
        requirement: "CV-R9",
        record: "codeverify:analysis_failures:rate5m",
        expr: `sum(rate(codeverify_analyses_total{status="failed"}[5m]))
  or 0 * sum(rate(codeverify_analyses_total[5m]))`,
      },
      {
        requirement: "CV-R10",
        record: "codeverify:analysis_failure:ratio_rate1h",
        expr: `sum_over_time(codeverify:analysis_failures:rate5m[1h])
  / (sum_over_time(codeverify:analyses:rate5m[1h]) > 0)`,
      },
      {
        requirement: "CV-R13",
        record: "codeverify:verification_success:ratio_rate1h",
        expr: `sum(rate(codeverify_verification_duration_seconds_count{result=~"verified|refuted"}[1h]))
  / (sum(rate(codeverify_verification_duration_seconds_count[1h])) > 0)`,
      },
    ],
  },
  {
    name: "codeverify-worker",
    interval: minutes(1),
    rules: [
      {
        requirement: "CV-R11",
        record: "codeverify:queue_latency_seconds_bucket:rate5m",
        expr: "sum by (le) (rate(codeverify_queue_latency_seconds_bucket[5m]))",
      },
      {
        requirement: "CV-R12",
        record: "codeverify:queue_latency_seconds:p95_15m",
        expr: "histogram_quantile(0.95, sum by (le) (sum_over_time(codeverify:queue_latency_seconds_bucket:rate5m[15m])))",
      },
      {
        requirement: "CV-R14",
        record: "codeverify:llm_error:ratio_rate15m",
        expr: `sum by (provider) (rate(codeverify_llm_requests_total{status="error"}[15m]))
  / (sum by (provider) (rate(codeverify_llm_requests_total[15m])) > 0)`,
      },
      {
        requirement: "CV-R15",
        record: "codeverify:workers_up:count",
        expr: 'sum(up{system="codeverify", app="codeverify-worker"}) or vector(0)',
      },
    ],
  },
];
