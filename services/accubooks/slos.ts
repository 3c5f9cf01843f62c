import { days, minutes } from "../../model/duration";
import { percent } from "../../model/ratio";
import type { Example, RequestSlo, Slo } from "../../model/slo";

/** One observation of a histogram on a pod: in no bucket below its bound, in every one from it on. */
const observation = (
  metric: string,
  bounds: readonly string[],
  from: string,
  pod: string,
): Example =>
  Object.fromEntries(
    [...bounds, "+Inf"].map((bound, index, all) => [
      `${metric}_bucket{system="accubooks", le="${bound}", pod="${pod}"}`,
      index < all.indexOf(from) ? 0 : 1,
    ]),
  );

/** Rates of observations above a bound, and of all, from the buckets that are recorded. */
const above = (buckets: string, bound: string) => ({
  bad: `sum(${buckets}{le="+Inf"})
  - sum(${buckets}{le="${bound}"})`,
  total: `sum(${buckets}{le="+Inf"})`,
});

/** What every promise here has: its owner may still change the objective, since only targets were stated. */
const common = {
  kind: "request",
  origin: "derived",
  period: days(30),
  volume: "normal",
} as const;

const REQUESTS = "http_request_duration_seconds";
const REQUEST_BOUNDS = ["0.2", "0.5", "1.0", "2.0"];

/** The promise that everything else stands on, so pages show it first. */
export const availability: RequestSlo = {
  ...common,
  requirement: "ACC-S1",
  name: "api-availability",
  promise: "The API answers without a server error.",
  objective: percent(99.9),
  statedBudget: minutes(43.2),
  bad: "accubooks:http_errors:rate5m",
  total: "accubooks:http_requests:rate5m",
  page: "P0",
  examples: {
    good: {
      'http_requests_total{system="accubooks", status_code="200", pod="a"}': 1,
    },
    bad: {
      'http_requests_total{system="accubooks", status_code="500", pod="b"}': 1,
    },
    other: {
      'http_requests_total{system="other", status_code="500", pod="c"}': 1,
    },
  },
};

/** What AccuBooks promises: it answers, it is quick down to the database, and forecasts are made in time. */
export const slos: readonly Slo[] = [
  availability,
  {
    ...common,
    requirement: "ACC-S2",
    name: "api-latency-p95-500ms",
    promise: "The API answers within half a second.",
    objective: percent(95),
    statedBudget: minutes(2160),
    ...above("accubooks:http_request_duration_seconds_bucket:rate5m", "0.5"),
    page: "P1",
    examples: {
      good: observation(REQUESTS, REQUEST_BOUNDS, "0.5", "a"),
      bad: observation(REQUESTS, REQUEST_BOUNDS, "1.0", "b"),
    },
  },
  {
    ...common,
    requirement: "ACC-S3",
    name: "api-latency-p99-1s",
    promise: "Nearly every answer of the API comes within a second.",
    objective: percent(99),
    statedBudget: minutes(432),
    ...above("accubooks:http_request_duration_seconds_bucket:rate5m", "1.0"),
    page: "P1",
    examples: {
      good: observation(REQUESTS, REQUEST_BOUNDS, "1.0", "a"),
      bad: observation(REQUESTS, REQUEST_BOUNDS, "2.0", "b"),
    },
  },
  {
    ...common,
    requirement: "ACC-S4",
    name: "db-query-latency-p95-200ms",
    promise: "A database query returns within 200 milliseconds.",
    objective: percent(95),
    statedBudget: minutes(2160),
    ...above("accubooks:db_query_duration_seconds_bucket:rate5m", "0.2"),
    page: "P1",
    examples: {
      good: observation(
        "db_query_duration_seconds",
        ["0.1", "0.2", "0.5"],
        "0.2",
        "a",
      ),
      bad: observation(
        "db_query_duration_seconds",
        ["0.1", "0.2", "0.5"],
        "0.5",
        "b",
      ),
    },
  },
  {
    ...common,
    requirement: "ACC-S5",
    name: "forecast-job-success",
    promise: "A forecast job ends with a forecast.",
    objective: percent(99),
    statedBudget: minutes(432),
    bad: "accubooks:forecast_job_failures:rate5m",
    total: "accubooks:forecast_jobs:rate5m",
    page: "P1",
    examples: {
      good: {
        'forecast_jobs_total{system="accubooks", result="success", pod="a"}': 1,
      },
      bad: {
        'forecast_jobs_total{system="accubooks", result="failure", pod="b"}': 1,
      },
    },
  },
  {
    ...common,
    requirement: "ACC-S6",
    name: "forecast-job-time-p95-10s",
    promise: "A forecast job takes at most ten seconds.",
    objective: percent(95),
    statedBudget: minutes(2160),
    ...above("accubooks:forecast_job_duration_seconds_bucket:rate5m", "10.0"),
    page: "P1",
    examples: {
      good: observation(
        "forecast_job_duration_seconds",
        ["8.0", "10.0", "15.0"],
        "10.0",
        "a",
      ),
      bad: observation(
        "forecast_job_duration_seconds",
        ["8.0", "10.0", "15.0"],
        "15.0",
        "b",
      ),
    },
  },
];
