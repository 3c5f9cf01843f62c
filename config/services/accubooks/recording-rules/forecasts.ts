import { seconds } from "../../../../model/duration";
import type { RecordingGroupDeclaration } from "../../../../model/recording-rule";
import {
  bucketRate,
  percentileNow,
} from "../../../../patterns/recording/percentiles";
import { errorRate, eventRate } from "../../../../patterns/recording/rates";
import { ratioNow } from "../../../../patterns/recording/ratios";
import { forecastJobs, jobTimes } from "../events";

/** Number, failures and duration of forecast jobs. */
export const forecasts: RecordingGroupDeclaration = {
  name: "accubooks-forecasts",
  interval: seconds(30),
  rules: [
    bucketRate({
      record: "accubooks:forecast_job_duration_seconds_bucket:rate5m",
      observations: jobTimes,
    }),
    percentileNow({
      record: "accubooks:forecast_job_duration_seconds:p95_5m",
      quantile: 0.95,
      observations: jobTimes,
      buckets: "accubooks:forecast_job_duration_seconds_bucket:rate5m",
    }),
    eventRate({
      record: "accubooks:forecast_jobs:rate5m",
      events: forecastJobs,
    }),
    errorRate({
      record: "accubooks:forecast_job_failures:rate5m",
      events: forecastJobs,
    }),
    ratioNow({
      record: "accubooks:forecast_job_failure:ratio_rate5m",
      events: forecastJobs,
      bad: "accubooks:forecast_job_failures:rate5m",
      total: "accubooks:forecast_jobs:rate5m",
      shows: "bad",
    }),
  ],
};
