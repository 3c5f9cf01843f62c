import { hours, minutes, seconds } from "../../../../model/duration";
import type { RecordingGroup } from "../../../../model/recording-rule";
import {
  bucketRate,
  percentileNow,
  percentileOver,
} from "../../../../patterns/recording/percentiles";
import {
  counterRate,
  errorRate,
  eventRate,
} from "../../../../patterns/recording/rates";
import { ratioNow, ratioOver } from "../../../../patterns/recording/ratios";
import { requestTimes, requests } from "../events";

const rates = {
  events: requests,
  bad: "accubooks:http_errors:rate5m",
  total: "accubooks:http_requests:rate5m",
  shows: "bad",
} as const;

const times = {
  observations: requestTimes,
  buckets: "accubooks:http_request_duration_seconds_bucket:rate5m",
} as const;

/** How much the API is asked, how often it fails and how quick it is, now. */
export const httpNow: RecordingGroup = {
  name: "accubooks-http",
  interval: seconds(30),
  rules: [
    eventRate({
      requirement: "ACC-R1",
      record: rates.total,
      events: requests,
    }),
    errorRate({ requirement: "ACC-R2", record: rates.bad, events: requests }),
    ratioNow({
      requirement: "ACC-R3",
      record: "accubooks:http_error:ratio_rate5m",
      ...rates,
    }),
    counterRate({
      requirement: "ACC-R6",
      record: "accubooks:http_requests_by_status:rate5m",
      counter: requests.total,
      example: requests.examples.bad,
      by: ["status_code"],
    }),
    bucketRate({
      requirement: "ACC-R7",
      record: times.buckets,
      observations: requestTimes,
    }),
    percentileNow({
      requirement: "ACC-R8",
      record: "accubooks:http_request_duration_seconds:p50_5m",
      quantile: 0.5,
      ...times,
    }),
    percentileNow({
      requirement: "ACC-R9",
      record: "accubooks:http_request_duration_seconds:p75_5m",
      quantile: 0.75,
      ...times,
    }),
    percentileNow({
      requirement: "ACC-R10",
      record: "accubooks:http_request_duration_seconds:p95_5m",
      quantile: 0.95,
      ...times,
    }),
    percentileNow({
      requirement: "ACC-R11",
      record: "accubooks:http_request_duration_seconds:p99_5m",
      quantile: 0.99,
      ...times,
    }),
  ],
};

/** The same over an hour and a day, for people who do not look every minute. */
export const httpLong: RecordingGroup = {
  name: "accubooks-http-long",
  interval: minutes(2),
  rules: [
    ratioOver({
      requirement: "ACC-R4",
      record: "accubooks:http_error:ratio_rate1h",
      window: hours(1),
      ...rates,
    }),
    ratioOver({
      requirement: "ACC-R5",
      record: "accubooks:http_error:ratio_rate24h",
      window: hours(24),
      ...rates,
    }),
    percentileOver({
      requirement: "ACC-R12",
      record: "accubooks:http_request_duration_seconds:p95_1h",
      quantile: 0.95,
      window: hours(1),
      ...times,
    }),
    percentileOver({
      requirement: "ACC-R13",
      record: "accubooks:http_request_duration_seconds:p95_24h",
      quantile: 0.95,
      window: hours(24),
      ...times,
    }),
  ],
};
