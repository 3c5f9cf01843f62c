import { days, minutes } from "../../model/duration";
import { percent } from "../../model/ratio";
import type { RequestSlo, Slo } from "../../model/slo";

/** The promise that everything else stands on, so pages show it first. */
export const availability: RequestSlo = {
  kind: "request",
  requirement: "CV-S1",
  name: "api-availability",
  promise: "The API answers without a server error.",
  objective: percent(99.9),
  period: days(30),
  statedBudget: minutes(43.2),
  bad: "codeverify:http_errors:rate5m",
  total: "codeverify:http_requests:rate5m",
  volume: "normal",
  page: "P0",
  calendar: "month",
  examples: {
    good: { 'codeverify_http_requests_total{status="200", pod="a"}': 1 },
    bad: { 'codeverify_http_requests_total{status="500", pod="b"}': 1 },
  },
};

/** What CodeVerify promises: it answers, it is quick, analyses succeed and do not wait. */
export const slos: readonly Slo[] = [
  availability,
  {
    kind: "request",
    requirement: "CV-S2",
    name: "api-latency-p95-500ms",
    promise: "The API answers within half a second.",
    objective: percent(95),
    period: days(30),
    statedBudget: minutes(2160),
    bad: `sum(codeverify:http_request_duration_seconds_bucket:rate5m{le="+Inf"})
  - sum(codeverify:http_request_duration_seconds_bucket:rate5m{le="0.5"})`,
    total:
      'sum(codeverify:http_request_duration_seconds_bucket:rate5m{le="+Inf"})',
    volume: "normal",
    page: "P1",
    examples: {
      good: {
        'codeverify_http_request_duration_seconds_bucket{le="0.25", pod="a"}': 1,
        'codeverify_http_request_duration_seconds_bucket{le="0.5", pod="a"}': 1,
        'codeverify_http_request_duration_seconds_bucket{le="1.0", pod="a"}': 1,
        'codeverify_http_request_duration_seconds_bucket{le="+Inf", pod="a"}': 1,
      },
      bad: {
        'codeverify_http_request_duration_seconds_bucket{le="0.25", pod="b"}': 0,
        'codeverify_http_request_duration_seconds_bucket{le="0.5", pod="b"}': 0,
        'codeverify_http_request_duration_seconds_bucket{le="1.0", pod="b"}': 1,
        'codeverify_http_request_duration_seconds_bucket{le="+Inf", pod="b"}': 1,
      },
    },
  },
  {
    kind: "request",
    requirement: "CV-S3",
    name: "analysis-success",
    promise: "An analysis job ends with a result.",
    objective: percent(95),
    period: days(30),
    statedBudget: minutes(2160),
    bad: "codeverify:analysis_failures:rate5m",
    total: "codeverify:analyses:rate5m",
    volume: "normal",
    page: "P1",
    examples: {
      good: { 'codeverify_analyses_total{status="passed", pod="a"}': 1 },
      bad: { 'codeverify_analyses_total{status="failed", pod="b"}': 1 },
    },
  },
  {
    kind: "request",
    requirement: "CV-S4",
    name: "queue-wait-p95-60s",
    promise: "A job waits at most a minute before it is taken.",
    objective: percent(95),
    period: days(30),
    statedBudget: minutes(2160),
    bad: `sum(codeverify:queue_latency_seconds_bucket:rate5m{le="+Inf"})
  - sum(codeverify:queue_latency_seconds_bucket:rate5m{le="60.0"})`,
    total: 'sum(codeverify:queue_latency_seconds_bucket:rate5m{le="+Inf"})',
    volume: "normal",
    page: "P1",
    examples: {
      good: {
        'codeverify_queue_latency_seconds_bucket{le="30.0", pod="a"}': 1,
        'codeverify_queue_latency_seconds_bucket{le="60.0", pod="a"}': 1,
        'codeverify_queue_latency_seconds_bucket{le="120.0", pod="a"}': 1,
        'codeverify_queue_latency_seconds_bucket{le="+Inf", pod="a"}': 1,
      },
      bad: {
        'codeverify_queue_latency_seconds_bucket{le="30.0", pod="b"}': 0,
        'codeverify_queue_latency_seconds_bucket{le="60.0", pod="b"}': 0,
        'codeverify_queue_latency_seconds_bucket{le="120.0", pod="b"}': 1,
        'codeverify_queue_latency_seconds_bucket{le="+Inf", pod="b"}': 1,
      },
    },
  },
];
