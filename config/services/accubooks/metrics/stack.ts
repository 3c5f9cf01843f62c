import { open, values } from "../../../../model/label-values";
import { counter, gauge, histogram } from "../../../../model/metric";
import type { MetricContract } from "../../../../model/metric";
import { httpMethod, httpStatus } from "../../../../patterns/http-labels";

/** Templates of routes, never the paths themselves. */
const routes = open({ upTo: 30, examples: ["/forecasts", "/invoices/:id"] });

/** Seconds; the bounds include 0.5 and 1, the thresholds of the API. */
const requestBuckets = [0.01, 0.05, 0.1, 0.2, 0.5, 1, 2, 5];

/** The API and its dependencies: database, cache, queue of forecasts. */
export const stackMetrics = {
  http_request_duration_seconds: histogram({
    help: "Time to answer an HTTP request",
    labels: { method: httpMethod, route: routes, status_code: httpStatus },
    buckets: requestBuckets,
  }),
  http_requests_total: counter({
    help: "HTTP requests answered",
    labels: { method: httpMethod, route: routes, status_code: httpStatus },
  }),
  db_active_connections: gauge({
    help: "Database connections in use, of one replica",
  }),
  db_pool_max_connections: gauge({
    help: "Database connections that the pool may open, of one replica; 200 over all of them",
  }),
  db_connection_wait_seconds: histogram({
    help: "Time a query waited for a connection of the pool",
    buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5],
  }),
  db_query_duration_seconds: histogram({
    help: "Time of a database query",
    labels: {
      query_type: values(
        "select",
        "insert",
        "update",
        "delete",
        "aggregate",
        "other",
      ),
    },
    buckets: [0.01, 0.05, 0.1, 0.2, 0.5, 1, 2],
  }),
  db_connection_errors_total: counter({
    help: "Connections to the database that failed",
    labels: { error_type: open({ upTo: 6, examples: ["timeout", "refused"] }) },
  }),
  cache_memory_usage_bytes: gauge({
    help: "Memory that the cache uses, read from Redis by every replica",
  }),
  cache_memory_max_bytes: gauge({
    help: "Memory that the cache may use (2 GB), read from Redis by every replica",
  }),
  cache_requests_total: counter({
    help: "Reads of the cache, by result (hit, miss)",
    labels: { result: values("hit", "miss") },
  }),
  cache_evictions_total: counter({
    help: "Keys that the cache dropped to make room",
  }),
  cache_operation_duration_seconds: histogram({
    help: "Time of an operation of the cache",
    labels: { operation: values("get", "set", "delete", "expire") },
    buckets: [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1],
  }),
  forecast_queue_depth: gauge({
    help: "Forecast jobs that wait, read from the queue by every replica",
  }),
  forecast_worker_utilization_ratio: gauge({
    help: "Share of the time in which a worker had a job, 0 to 1",
  }),
  forecast_job_duration_seconds: histogram({
    help: "Time of a forecast job",
    buckets: [1, 2, 5, 8, 10, 15, 20, 30, 60],
  }),
  forecast_jobs_total: counter({
    help: "Forecast jobs that ended, by result (success, failure)",
    labels: { result: values("success", "failure") },
  }),
  dependency_up: gauge({
    help: "Whether a replica reaches what it depends on (database, cache, queue), 0 or 1",
    labels: { dependency: values("database", "cache", "queue") },
  }),
} as const satisfies MetricContract;
