import { open, values } from "../../../model/label-values";
import { counter, gauge, histogram } from "../../../model/metric";
import type { MetricContract } from "../../../model/metric";
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

/** Metrics of the API and the workers at `/metrics`, and of the Redis exporter. */
export const metrics: MetricContract = {
  codeverify_http_requests_total: counter({
    help: "HTTP requests answered",
    labels: { method: httpMethod, route: routes, status: httpStatus },
  }),
  codeverify_http_request_duration_seconds: histogram({
    help: "Time to answer an HTTP request",
    labels: { method: httpMethod, route: routes },
    buckets: latency.buckets,
  }),
  codeverify_http_requests_in_progress: gauge({
    help: "HTTP requests being answered",
    labels: { method: httpMethod },
  }),
  codeverify_db_queries_total: counter({
    help: "Database queries run",
    labels: { operation, status: values("ok", "error") },
  }),
  codeverify_db_query_duration_seconds: histogram({
    help: "Time of a database query",
    labels: { operation },
    buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  }),
  codeverify_analyses_total: counter({
    help: "Analysis jobs finished, by outcome of the job (passed, failed)",
    labels: { status: values("passed", "failed") },
  }),
  codeverify_analyses_in_progress: gauge({
    help: "Analysis jobs running",
  }),
  codeverify_analysis_duration_seconds: histogram({
    help: "Time of an analysis job",
    labels: {
      language: open({ upTo: 12, examples: ["python", "typescript"] }),
    },
    buckets: [1, 5, 10, 30, 60, 120, 300, 600, 1200],
  }),
  codeverify_findings_total: counter({
    help: "Findings reported",
    labels: { severity: values("critical", "high", "medium", "low", "info") },
  }),
  codeverify_verification_duration_seconds: histogram({
    help: "Time of a formal verification, by result (verified, refuted, unknown, timeout, error)",
    labels: {
      result: values("verified", "refuted", "unknown", "timeout", "error"),
    },
    buckets: [0.1, 0.5, 1, 5, 10, 30, 60, 120],
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
  }),
  codeverify_llm_tokens_total: counter({
    help: "Tokens sent to (prompt) and received from (completion) language models",
    labels: {
      provider: providers,
      model: models,
      kind: values("prompt", "completion"),
    },
  }),
  codeverify_queue_length: gauge({
    help: "Jobs waiting",
    labels: { queue: queues },
  }),
  codeverify_queue_latency_seconds: histogram({
    help: "Time a job waited before it was taken",
    labels: { queue: queues },
    buckets: queueWait.buckets,
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
  }),
  codeverify_db_pool_available: gauge({
    help: "Database connections free in a pool",
    labels: { pool: open({ upTo: 3, examples: ["main", "read"] }) },
  }),
  codeverify_db_pool_size: gauge({
    help: "Database connections of a pool",
    labels: { pool: open({ upTo: 3, examples: ["main", "read"] }) },
  }),
  codeverify_llm_request_duration_seconds: histogram({
    help: "Time of a call to a language model",
    labels: { provider: providers, model: models },
    buckets: [0.1, 0.5, 1, 2, 5, 10, 30, 60],
  }),
  redis_commands_processed_total: counter({
    help: "Commands that Redis processed",
    source: "exporter",
  }),
  redis_connected_clients: gauge({
    help: "Clients connected to Redis",
    source: "exporter",
  }),
  redis_memory_used_bytes: gauge({
    help: "Memory that Redis uses",
    source: "exporter",
  }),
};
