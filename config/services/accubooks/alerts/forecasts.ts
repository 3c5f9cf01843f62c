import type { AlertDeclaration } from "../../../../model/alert";
import { minutes, seconds } from "../../../../model/duration";
import { percent } from "../../../../model/ratio";
import { count } from "../../../../model/threshold";
import { gaugeLimit } from "../../../../patterns/alerts/gauge-limit";
import { percentileLimit } from "../../../../patterns/alerts/percentile-limit";
import { ratioLimit } from "../../../../patterns/alerts/ratio-limit";
import { forecastJobs, jobTimes } from "../events";

const dashboard = "accubooks-operations";

/** Forecasts wait, take long, or fail. */
export const forecastAlerts: readonly AlertDeclaration[] = [
  gaugeLimit({
    name: "ForecastQueueDepthHigh",
    gauge: 'forecast_queue_depth{system="accubooks"}',
    aggregation: "max",
    limit: { name: "jobs", value: count(200, "jobs"), comparison: ">" },
    for: minutes(10),
    severity: "warning",
    priority: "P1",
    summary: "{{ $value }} forecast jobs are waiting",
    description:
      "For 10 minutes more than 200 jobs have waited for a worker: users wait for their forecasts.",
    action: "See whether the queue drains, and how fast.",
    runbook: "accubooks/queue-depth#forecastqueuedepthhigh",
    dashboard,
  }),
  gaugeLimit({
    name: "ForecastWorkersSaturated",
    gauge: 'forecast_worker_utilization_ratio{system="accubooks"}',
    aggregation: "avg",
    limit: { name: "busyRatio", value: percent(95), comparison: ">" },
    for: minutes(10),
    severity: "warning",
    priority: "P1",
    summary: "Worker utilization {{ $value | humanizePercentage }}",
    description:
      "For 10 minutes the workers have been busy that share of their time, on average: there is no reserve left, and the queue grows.",
    action: "See whether all workers are busy, and with what.",
    runbook: "accubooks/queue-depth#forecastworkerssaturated",
    dashboard,
  }),
  percentileLimit({
    name: "ForecastJobSlow",
    percentile: "accubooks:forecast_job_duration_seconds:p95_5m",
    quantile: 0.95,
    observations: jobTimes,
    limit: { name: "p95", value: seconds(30) },
    // At least three: ten jobs an hour are normal, so five in a quarter of an hour may never be.
    slow: {
      minimum: { name: "slow", value: count(2.5, "slow jobs in 15 minutes") },
      window: minutes(15),
    },
    for: minutes(5),
    severity: "warning",
    priority: "P1",
    summary: "P95 job time {{ $value | humanizeDuration }} (limit 30 s)",
    description:
      "For 5 minutes one job in twenty has taken that long, at least 3 jobs in 15 minutes.",
    action: "See whether the database is slow, or the calculation.",
    runbook: "accubooks/forecast-jobs#forecastjobslow",
    dashboard,
  }),
  ratioLimit({
    name: "ForecastJobFailureRateHigh",
    events: forecastJobs,
    shows: "bad",
    ratio: "accubooks:forecast_job_failure:ratio_rate5m",
    limit: { name: "failureRatio", value: percent(5) },
    all: {
      rate: "accubooks:forecast_jobs:rate5m",
      bad: "jobs failed",
    },
    bad: {
      rate: "accubooks:forecast_job_failures:rate5m",
      window: minutes(5),
      minimum: {
        name: "minimumFailures",
        value: count(2.5, "failures in 5 minutes"),
      },
    },

    for: minutes(5),
    severity: "warning",
    priority: "P1",
    summary: "{{ $value | humanizePercentage }} of forecast jobs fail",
    description:
      "For 5 minutes more than 5 % of the jobs have failed, at least 3 in any 5 minutes: users do not get their forecasts.",
    action: "Count the failures, then read why in their traces.",
    runbook: "accubooks/forecast-jobs#forecastjobfailureratehigh",
    dashboard,
  }),
];
