import type { Histogram } from "../../../model/metric";
import type { Events } from "../../../patterns/events";
import type { Observations } from "../../../patterns/observations";
import type { Gauges } from "../../../patterns/recording/gauge-ratio";
import { stackMetrics } from "./metrics/stack";

/** Requests to the API; those with a server error are bad. */
export const requests: Events = {
  total: 'http_requests_total{system="accubooks"}',
  bad: 'http_requests_total{system="accubooks", status_code=~"5.."}',
  examples: {
    good: { 'http_requests_total{system="accubooks", status_code="404"}': 1 },
    bad: { 'http_requests_total{system="accubooks", status_code="503"}': 1 },
  },
};

/** Reads of the cache; a miss is bad. */
export const cacheReads: Events = {
  total: 'cache_requests_total{system="accubooks"}',
  bad: 'cache_requests_total{system="accubooks", result="miss"}',
  examples: {
    good: { 'cache_requests_total{system="accubooks", result="hit"}': 1 },
    bad: { 'cache_requests_total{system="accubooks", result="miss"}': 1 },
  },
};

/** Forecast jobs that ended. */
export const forecastJobs: Events = {
  total: 'forecast_jobs_total{system="accubooks"}',
  bad: 'forecast_jobs_total{system="accubooks", result="failure"}',
  examples: {
    good: { 'forecast_jobs_total{system="accubooks", result="success"}': 1 },
    bad: { 'forecast_jobs_total{system="accubooks", result="failure"}': 1 },
  },
};

/** Views of a forecast; those without a use of the trust layer are bad. */
export const forecastViews: Events = {
  total: 'forecast_views_total{system="accubooks"}',
  bad: 'forecast_views_total{system="accubooks", trust_layer_used="false"}',
  examples: {
    good: {
      'forecast_views_total{system="accubooks", trust_layer_used="true"}': 1,
    },
    bad: {
      'forecast_views_total{system="accubooks", trust_layer_used="false"}': 1,
    },
  },
};

const observed = (histogram: string, { buckets }: Histogram): Observations => ({
  histogram,
  matchers: 'system="accubooks"',
  buckets,
});

/** Time to answer a request. */
export const requestTimes = observed(
  "http_request_duration_seconds",
  stackMetrics.http_request_duration_seconds,
);

/** Time of a database query. */
export const queryTimes = observed(
  "db_query_duration_seconds",
  stackMetrics.db_query_duration_seconds,
);

/** Time that a query waits for a connection. */
export const connectionWaits = observed(
  "db_connection_wait_seconds",
  stackMetrics.db_connection_wait_seconds,
);

/** Time of an operation of the cache. */
export const cacheTimes = observed(
  "cache_operation_duration_seconds",
  stackMetrics.cache_operation_duration_seconds,
);

/** Time of a forecast job. */
export const jobTimes = observed(
  "forecast_job_duration_seconds",
  stackMetrics.forecast_job_duration_seconds,
);

/** Used connections by the maximum of a pool: each replica has one of its own. */
export const pools: Gauges = {
  part: 'db_active_connections{system="accubooks"}',
  whole: 'db_pool_max_connections{system="accubooks"}',
  aggregation: "worst",
};

/** Used memory of the cache by its maximum: every replica reports the same. */
export const cacheMemory: Gauges = {
  part: 'cache_memory_usage_bytes{system="accubooks"}',
  whole: 'cache_memory_max_bytes{system="accubooks"}',
  aggregation: "max",
};
