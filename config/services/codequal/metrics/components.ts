import { open, values } from "../../../../model/label-values";
import { counter, gauge, histogram } from "../../../../model/metric";
import type { MetricContract } from "../../../../model/metric";
import {
  always,
  between,
  bySet,
  observed,
  perHour,
  perMinute,
} from "../../../../model/typical/typical";
import { BEGIN, byApi, errorTypes } from "./labels";

const services = open({ upTo: 6, examples: ["api", "agents", "deepwiki"] });

/** Usage, missing dependencies and errors of the services. */
export const components: MetricContract = {
  codequal_vectordb_query_duration_seconds: histogram({
    help: "Time of a query to the vector database, in seconds",
    labels: { operation: open({ upTo: 5, examples: ["search", "upsert"] }) },
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    typical: bySet({
      'operation="search"': observed(perMinute(40), {
        p50: 0.03,
        p95: 0.12,
        p99: 0.25,
      }),
      'operation="upsert"': observed(perMinute(8), {
        p50: 0.05,
        p95: 0.18,
        p99: 0.35,
      }),
    }),
    ...byApi,
  }),
  codequal_memory_usage_bytes: gauge({
    help: "Memory that a service uses, in bytes",
    labels: { service: services },
    typical: bySet({
      'service="api"': between(1.3e8, 1.7e8, 2.3e8),
      'service="agents"': between(1.9e8, 2.5e8, 3.4e8),
      'service="deepwiki"': between(3.2e8, 4.2e8, 5.7e8),
    }),
    ...byApi,
  }),
  codequal_cpu_usage_ratio: gauge({
    help: "Share of its CPU that a service uses, 0 to 1",
    labels: { service: services },
    typical: bySet({
      'service="api"': between(0.05, 0.15, 0.4),
      'service="agents"': between(0.1, 0.35, 0.7),
      'service="deepwiki"': between(0.1, 0.3, 0.75),
    }),
    ...byApi,
  }),
  codequal_errors_total: counter({
    help: "Errors that a service handled, by kind",
    labels: { service: services, error_type: errorTypes },
    typical: bySet({
      'service="api",error_type="timeout"': perHour(3),
      'service="agents",error_type="rate_limit"': perHour(12),
      'service="agents",error_type="timeout"': perHour(2),
      'service="deepwiki",error_type="clone"': perHour(2),
      'service="deepwiki",error_type="timeout"': perHour(0.5),
    }),
    ...byApi,
  }),
  codequal_exceptions_total: counter({
    help: "Exceptions that were reported to error tracking, by release",
    labels: {
      service: services,
      error_type: errorTypes,
      release: open({ upTo: 5, examples: ["2.14.0"] }),
    },
    typical: bySet({
      'service="agents",error_type="timeout"': perHour(2),
      'service="deepwiki",error_type="clone"': perHour(1),
    }),
    ...byApi,
  }),
  codequal_cache_requests_total: counter({
    help: "Reads of a cache, by result (hit, miss)",
    labels: {
      cache: open({ upTo: 4, examples: ["results", "embeddings"] }),
      result: values("hit", "miss"),
    },
    typical: bySet({
      // Results serve only who asks for the same commit again; all others begin an analysis.
      'cache="results",result="hit"': perHour(24),
      'cache="results",result="miss"': perHour(
        BEGIN.quick + BEGIN.comprehensive + BEGIN.deep,
      ),
      'cache="embeddings",result="hit"': perMinute(60),
      'cache="embeddings",result="miss"': perMinute(12),
    }),
    ...byApi,
  }),
  codequal_dependency_up: gauge({
    help: "Whether the health check reaches a dependency (database, vectordb, deepwiki, redis): 1 or 0",
    labels: { dependency: values("database", "vectordb", "deepwiki", "redis") },
    typical: always(1),
    ...byApi,
  }),
};
