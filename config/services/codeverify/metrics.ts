import { open, values } from "../../../model/label-values";
import { counter, gauge, histogram } from "../../../model/metric";
import type { MetricContract } from "../../../model/metric";
import {
  always,
  between,
  bySet,
  observed,
  observedOf,
  perDay,
  perHour,
  perSecond,
} from "../../../model/typical/typical";
import { httpTraffic } from "../../../patterns/http-traffic";
import { httpMethod, httpStatus } from "../../../patterns/http-labels";
import { latency, queueWait } from "./events";

const routes = open({
  upTo: 40,
  examples: ["/analyses", "/analyses/:id", "/projects"],
});
const operation = values("select", "insert", "update", "delete", "other");
const queues = open({ upTo: 4, examples: ["analysis", "verification"] });
const providers = open({ upTo: 3, examples: ["anthropic", "openai"] });
const models = open({ upTo: 6, examples: ["large", "small"] });

/** Seconds that a job waits. */
const wait = { p50: 2, p95: 20, p99: 50 } as const;

/** Metrics of the API and the workers at `/metrics`, and of the Redis exporter. */
export const metrics: MetricContract = {
  codeverify_http_requests_total: counter({
    help: "HTTP requests answered",
    labels: { method: httpMethod, route: routes, status: httpStatus },
    typical: httpTraffic(20),
    exposedBy: ["codeverify-api"],
  }),
  codeverify_http_request_duration_seconds: histogram({
    help: "Time to answer an HTTP request",
    labels: { method: httpMethod, route: routes },
    buckets: latency.buckets,
    typical: observedOf("codeverify_http_requests_total", {
      p50: 0.06,
      p95: 0.25,
      p99: 0.6,
    }),
    exposedBy: ["codeverify-api"],
  }),
  codeverify_http_requests_in_progress: gauge({
    help: "HTTP requests being answered",
    labels: { method: httpMethod },
    typical: bySet({
      'method="GET"': between(0, 1, 5),
      'method="POST"': between(0, 0, 3),
      'method="PUT"': between(0, 0, 2),
    }),
    exposedBy: ["codeverify-api"],
  }),
  codeverify_db_queries_total: counter({
    help: "Database queries run",
    labels: { operation, status: values("ok", "error") },
    typical: bySet({
      'operation="select",status="ok"': perSecond(60),
      'operation="insert",status="ok"': perSecond(8),
      'operation="update",status="ok"': perSecond(6),
      'operation="delete",status="ok"': perSecond(1),
      'operation="select",status="error"': perDay(20),
    }),
  }),
  codeverify_db_query_duration_seconds: histogram({
    help: "Time of a database query",
    labels: { operation },
    buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    typical: observedOf("codeverify_db_queries_total", {
      p50: 0.003,
      p95: 0.03,
      p99: 0.15,
    }),
  }),
  codeverify_analyses_total: counter({
    help: "Analysis jobs finished, by outcome of the job (passed, failed)",
    labels: { status: values("passed", "failed") },
    typical: bySet({
      'status="passed"': perHour(240),
      'status="failed"': perHour(4),
    }),
    exposedBy: ["codeverify-worker"],
  }),
  codeverify_analyses_in_progress: gauge({
    help: "Analysis jobs running",
    typical: between(0, 1, 4),
    exposedBy: ["codeverify-worker"],
  }),
  codeverify_analysis_duration_seconds: histogram({
    help: "Time of an analysis job",
    labels: {
      language: open({ upTo: 12, examples: ["python", "typescript"] }),
    },
    buckets: [1, 5, 10, 30, 60, 120, 300, 600, 1200],
    typical: observedOf("codeverify_analyses_total", {
      p50: 25,
      p95: 110,
      p99: 280,
    }),
    exposedBy: ["codeverify-worker"],
  }),
  codeverify_findings_total: counter({
    help: "Findings reported",
    labels: { severity: values("critical", "high", "medium", "low", "info") },
    typical: bySet({
      'severity="critical"': perHour(2),
      'severity="high"': perHour(20),
      'severity="medium"': perHour(120),
      'severity="low"': perHour(300),
      'severity="info"': perHour(500),
    }),
    exposedBy: ["codeverify-worker"],
  }),
  codeverify_verification_duration_seconds: histogram({
    help: "Time of a formal verification, by result (verified, refuted, unknown, timeout, error)",
    labels: {
      result: values("verified", "refuted", "unknown", "timeout", "error"),
    },
    buckets: [0.1, 0.5, 1, 5, 10, 30, 60, 120],
    typical: bySet({
      'result="verified"': observed(perHour(900), {
        p50: 1.2,
        p95: 12,
        p99: 40,
      }),
      'result="refuted"': observed(perHour(60), { p50: 0.8, p95: 8, p99: 30 }),
      'result="unknown"': observed(perHour(15), { p50: 4, p95: 30, p99: 60 }),
      'result="timeout"': observed(perHour(6), { p50: 61, p95: 66, p99: 70 }),
    }),
    exposedBy: ["codeverify-worker"],
  }),
  codeverify_llm_requests_total: counter({
    help: "Calls to language models",
    labels: {
      provider: providers,
      model: models,
      status: values("ok", "error"),
      error_type: values(
        "",
        "rate_limit",
        "timeout",
        "overloaded",
        "invalid_request",
        "other",
      ),
    },
    typical: bySet({
      'status="ok",error_type=""': perSecond(1.2),
      'status="error",error_type="rate_limit"': perHour(6),
      'status="error",error_type="timeout"': perHour(3),
    }),
    exposedBy: ["codeverify-worker"],
  }),
  codeverify_llm_tokens_total: counter({
    help: "Tokens sent to (prompt) and received from (completion) language models",
    labels: {
      provider: providers,
      model: models,
      kind: values("prompt", "completion"),
    },
    typical: bySet({
      'kind="prompt"': perSecond(2500),
      'kind="completion"': perSecond(400),
    }),
    exposedBy: ["codeverify-worker"],
  }),
  codeverify_queue_length: gauge({
    help: "Jobs waiting",
    labels: { queue: queues },
    typical: bySet({
      'queue="analysis"': between(0, 0, 4),
      'queue="verification"': between(0, 1, 10),
    }),
    exposedBy: ["codeverify-worker"],
  }),
  codeverify_queue_latency_seconds: histogram({
    help: "Time a job waited before it was taken",
    labels: { queue: queues },
    buckets: queueWait.buckets,
    // Every job once, and once more each time that it is tried again.
    typical: bySet({
      'queue="analysis"': observed(perHour(249), wait),
      'queue="verification"': observed(perHour(986), wait),
    }),
    exposedBy: ["codeverify-worker"],
  }),
  codeverify_job_retries_total: counter({
    help: "Jobs tried again",
    labels: {
      queue: queues,
      reason: values(
        "timeout",
        "rate_limit",
        "worker_lost",
        "dependency",
        "out_of_memory",
        "other",
      ),
    },
    typical: bySet({
      'reason="timeout"': perHour(4),
      'reason="rate_limit"': perHour(6),
    }),
    exposedBy: ["codeverify-worker"],
  }),
  codeverify_db_pool_available: gauge({
    help: "Database connections free in a pool",
    labels: { pool: open({ upTo: 3, examples: ["main", "read"] }) },
    // One for each request that is answered, or job that runs.
    typical: between(12, 18, 20),
    partOf: "codeverify_db_pool_size",
  }),
  codeverify_db_pool_size: gauge({
    help: "Database connections of a pool",
    labels: { pool: open({ upTo: 3, examples: ["main", "read"] }) },
    typical: always(20),
  }),
  codeverify_llm_request_duration_seconds: histogram({
    help: "Time of a call to a language model",
    labels: { provider: providers, model: models },
    buckets: [0.1, 0.5, 1, 2, 5, 10, 30, 60],
    typical: observedOf("codeverify_llm_requests_total", {
      p50: 1.8,
      p95: 8,
      p99: 20,
    }),
    exposedBy: ["codeverify-worker"],
  }),
  redis_commands_processed_total: counter({
    help: "Commands that Redis processed",
    source: "exporter",
    typical: perSecond(400),
  }),
  redis_connected_clients: gauge({
    help: "Clients connected to Redis",
    source: "exporter",
    typical: between(10, 18, 30),
  }),
  redis_memory_used_bytes: gauge({
    help: "Memory that Redis uses",
    source: "exporter",
    typical: between(2e8, 3e8, 4.5e8),
  }),
};
