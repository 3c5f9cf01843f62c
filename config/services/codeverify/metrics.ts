import { counter, gauge, histogram } from "../../../model/metric";
import type { MetricContract } from "../../../model/metric";
import { latency, queueWait } from "./events";

const methods = 6;
const routes = 40;
const statuses = 12;
const queues = 4;
const providers = 3;
const models = 6;

/** Metrics of the API and the workers at `/metrics`, and of the Redis exporter. */
export const metrics: MetricContract = {
  codeverify_http_requests_total: counter({
    help: "HTTP requests answered",
    labels: { method: methods, route: routes, status: statuses },
  }),
  codeverify_http_request_duration_seconds: histogram({
    help: "Time to answer an HTTP request",
    labels: { method: methods, route: routes },
    buckets: latency.buckets,
  }),
  codeverify_http_requests_in_progress: gauge({
    help: "HTTP requests being answered",
    labels: { method: methods },
  }),
  codeverify_db_queries_total: counter({
    help: "Database queries run",
    labels: { operation: 5, status: 2 },
  }),
  codeverify_db_query_duration_seconds: histogram({
    help: "Time of a database query",
    labels: { operation: 5 },
    buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  }),
  codeverify_analyses_total: counter({
    help: "Analysis jobs finished, by outcome of the job (passed, failed)",
    labels: { status: 2 },
  }),
  codeverify_analyses_in_progress: gauge({
    help: "Analysis jobs running",
  }),
  codeverify_analysis_duration_seconds: histogram({
    help: "Time of an analysis job",
    labels: { language: 12 },
    buckets: [1, 5, 10, 30, 60, 120, 300, 600, 1200],
  }),
  codeverify_findings_total: counter({
    help: "Findings reported",
    labels: { severity: 5 },
  }),
  codeverify_verification_duration_seconds: histogram({
    help: "Time of a formal verification, by result (verified, refuted, unknown, timeout, error)",
    labels: { result: 5 },
    buckets: [0.1, 0.5, 1, 5, 10, 30, 60, 120],
  }),
  codeverify_llm_requests_total: counter({
    help: "Calls to language models",
    labels: { provider: providers, model: models, status: 2, error_type: 6 },
  }),
  codeverify_llm_tokens_total: counter({
    help: "Tokens sent to (prompt) and received from (completion) language models",
    labels: { provider: providers, model: models, kind: 2 },
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
    labels: { queue: queues, reason: 6 },
  }),
  codeverify_db_pool_available: gauge({
    help: "Database connections free in a pool",
    labels: { pool: 3 },
  }),
  codeverify_db_pool_size: gauge({
    help: "Database connections of a pool",
    labels: { pool: 3 },
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
