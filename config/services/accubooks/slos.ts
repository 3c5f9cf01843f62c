import { milliseconds, minutes, seconds } from "../../../model/duration";
import { percent } from "../../../model/ratio";
import type { SloDeclaration } from "../../../model/slo";
import { eventSlo, latencySlo } from "../../../patterns/slos";
import {
  forecastJobs,
  jobTimes,
  queryTimes,
  requestTimes,
  requests,
} from "./events";

/**
 * Fields that all SLOs here share: the owner may still change the objective, since only targets
 * were stated.
 */
const common = {
  origin: "derived",
} as const;

/** The SLO that all others depend on, so pages show it first. */
export const availability = eventSlo({
  ...common,
  name: "api-availability",
  description: "The API answers without a server error.",
  unit: "requests",
  objective: percent(99.9),
  statedBudget: minutes(43.2),
  events: requests,
  bad: "accubooks:http_errors:rate5m",
  total: "accubooks:http_requests:rate5m",
  outage: { probe: "health" },
  page: "P0",
});

/** AccuBooks' SLOs: availability, latency down to the database, and forecasts in time. */
export const slos: readonly SloDeclaration[] = [
  availability,
  latencySlo({
    ...common,
    name: "api-latency-p95-500ms",
    description: "The API answers within half a second.",
    unit: "requests",
    objective: percent(95),
    statedBudget: minutes(2160),
    observations: requestTimes,
    buckets: "accubooks:http_request_duration_seconds_bucket:rate5m",
    within: milliseconds(500),
    page: "P1",
  }),
  latencySlo({
    ...common,
    name: "api-latency-p99-1s",
    description: "Nearly every answer of the API comes within a second.",
    unit: "requests",
    objective: percent(99),
    statedBudget: minutes(432),
    observations: requestTimes,
    buckets: "accubooks:http_request_duration_seconds_bucket:rate5m",
    within: seconds(1),
    page: "P1",
  }),
  latencySlo({
    ...common,
    name: "db-query-latency-p95-200ms",
    description: "A database query returns within 200 milliseconds.",
    unit: "queries",
    objective: percent(95),
    statedBudget: minutes(2160),
    observations: queryTimes,
    buckets: "accubooks:db_query_duration_seconds_bucket:rate5m",
    within: milliseconds(200),
    page: "P1",
  }),
  eventSlo({
    ...common,
    name: "forecast-job-success",
    description: "A forecast job ends with a forecast.",
    unit: "jobs",
    objective: percent(99),
    statedBudget: minutes(432),
    events: forecastJobs,
    bad: "accubooks:forecast_job_failures:rate5m",
    total: "accubooks:forecast_jobs:rate5m",
    page: "P1",
  }),
  latencySlo({
    ...common,
    name: "forecast-job-time-p95-10s",
    description: "A forecast job takes at most ten seconds.",
    unit: "jobs",
    objective: percent(95),
    statedBudget: minutes(2160),
    observations: jobTimes,
    buckets: "accubooks:forecast_job_duration_seconds_bucket:rate5m",
    within: seconds(10),
    page: "P1",
  }),
];
