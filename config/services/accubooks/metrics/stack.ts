import { gigabytes } from "../../../../model/bytes";
import { open, values } from "../../../../model/label-values";
import { counter, gauge, histogram } from "../../../../model/metric";
import type { MetricContract } from "../../../../model/metric";
import {
  always,
  between,
  bySet,
  never,
  observed,
  observedOf,
  perHour,
  perMinute,
  perSecond,
} from "../../../../model/typical/typical";
import { httpMethod, httpStatus } from "../../../../patterns/http-labels";
import { httpTraffic } from "../../../../patterns/http-traffic";

/** Templates of routes, never the paths themselves. */
const routes = open({ upTo: 30, examples: ["/forecasts", "/invoices/:id"] });

/** Seconds; the bounds include 0.5 and 1, the thresholds of the API. */
const requestBuckets = [0.01, 0.05, 0.1, 0.2, 0.5, 1, 2, 5];

/** Queries in a second; each waits for a connection first. */
const queries = {
  select: 450,
  insert: 40,
  update: 60,
  delete: 5,
  aggregate: 30,
  other: 10,
} as const;
const allQueries = Object.values(queries).reduce((sum, each) => sum + each, 0);

const queryTime = (
  type: keyof typeof queries,
  p50: number,
  p95: number,
  p99: number,
) => observed(perSecond(queries[type]), { p50, p95, p99 });

const cacheTime = { p50: 0.0007, p95: 0.003, p99: 0.006 } as const;

/** The API and its dependencies: database, cache, queue of forecasts. */
export const stackMetrics = {
  http_request_duration_seconds: histogram({
    help: "Time to answer an HTTP request",
    labels: { method: httpMethod, route: routes, status_code: httpStatus },
    buckets: requestBuckets,
    typical: observedOf("http_requests_total", {
      p50: 0.08,
      p95: 0.25,
      p99: 0.6,
    }),
  }),
  http_requests_total: counter({
    help: "HTTP requests answered",
    labels: { method: httpMethod, route: routes, status_code: httpStatus },
    typical: bySet({
      ...httpTraffic(240, ["method", "status_code"]).sets,
      // Sessions that ended, and what a tier or a role does not include.
      'method="GET",status_code="401"': perMinute(20),
      'method="POST",status_code="403"': perMinute(3),
      // A replica that is replaced.
      'method="GET",status_code="503"': perHour(4),
    }),
  }),
  db_active_connections: gauge({
    help: "Database connections in use, of one replica",
    typical: between(7, 13, 20),
    partOf: "db_pool_max_connections",
  }),
  db_pool_max_connections: gauge({
    help: "Database connections that the pool may open, of one replica; 200 over all of them",
    typical: always(66),
  }),
  db_connection_wait_seconds: histogram({
    help: "Time a query waited for a connection of the pool",
    buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5],
    typical: observed(perSecond(allQueries), {
      p50: 0.0006,
      p95: 0.004,
      p99: 0.012,
    }),
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
    typical: bySet({
      'query_type="select"': queryTime("select", 0.006, 0.06, 0.15),
      'query_type="insert"': queryTime("insert", 0.01, 0.05, 0.12),
      'query_type="update"': queryTime("update", 0.012, 0.08, 0.2),
      'query_type="delete"': queryTime("delete", 0.012, 0.08, 0.2),
      'query_type="aggregate"': queryTime("aggregate", 0.07, 0.3, 0.6),
      'query_type="other"': queryTime("other", 0.005, 0.05, 0.12),
    }),
  }),
  db_connection_errors_total: counter({
    help: "Connections to the database that failed",
    labels: { error_type: open({ upTo: 6, examples: ["timeout", "refused"] }) },
    typical: never,
  }),
  cache_memory_usage_bytes: gauge({
    help: "Memory that the cache uses, read from Redis by every replica",
    typical: between(1.1e9, 1.3e9, 1.5e9),
    partOf: "cache_memory_max_bytes",
  }),
  cache_memory_max_bytes: gauge({
    help: "Memory that the cache may use (2 GB), read from Redis by every replica",
    typical: always(gigabytes(2).bytes),
  }),
  cache_requests_total: counter({
    help: "Reads of the cache, by result (hit, miss)",
    labels: { result: values("hit", "miss") },
    typical: bySet({
      'result="hit"': perSecond(790),
      'result="miss"': perSecond(110),
    }),
  }),
  cache_evictions_total: counter({
    help: "Keys that the cache dropped to make room",
    // It drops none before its memory is full.
    typical: never,
  }),
  cache_operation_duration_seconds: histogram({
    help: "Time of an operation of the cache",
    labels: { operation: values("get", "set", "delete", "expire") },
    buckets: [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1],
    typical: bySet({
      'operation="get"': observedOf("cache_requests_total", cacheTime),
      'operation="set"': observed(perSecond(120), cacheTime),
      'operation="delete"': observed(perSecond(15), cacheTime),
      'operation="expire"': observed(perSecond(40), cacheTime),
    }),
  }),
  forecast_queue_depth: gauge({
    help: "Forecast jobs that wait, read from the queue by every replica",
    typical: between(0, 8, 45),
  }),
  forecast_worker_utilization_ratio: gauge({
    help: "Share of the time in which a worker had a job, 0 to 1",
    typical: between(0.5, 0.65, 0.8),
  }),
  forecast_job_duration_seconds: histogram({
    help: "Time of a forecast job",
    buckets: [1, 2, 5, 8, 10, 15, 20, 30, 60],
    typical: observedOf("forecast_jobs_total", { p50: 3, p95: 6.5, p99: 12 }),
  }),
  forecast_jobs_total: counter({
    help: "Forecast jobs that ended, by result (success, failure)",
    labels: { result: values("success", "failure") },
    // Far more than forecasts asked for: each change of the books renews those that read it.
    typical: bySet({
      'result="success"': perHour(1790),
      'result="failure"': perHour(5),
    }),
  }),
  dependency_up: gauge({
    help: "Whether a replica reaches what it depends on (database, cache, queue), 0 or 1",
    labels: { dependency: values("database", "cache", "queue") },
    typical: always(1),
  }),
} as const satisfies MetricContract;
