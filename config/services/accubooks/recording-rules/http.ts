import { hours, minutes, seconds } from "../../../../model/duration";
import type { RecordingGroupDeclaration } from "../../../../model/recording-rule";
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

/** Current rate, errors and latency of the API. */
export const httpNow: RecordingGroupDeclaration = {
  name: "accubooks-http",
  interval: seconds(30),
  rules: [
    eventRate({
      record: rates.total,
      events: requests,
    }),
    errorRate({ record: rates.bad, events: requests }),
    ratioNow({
      record: "accubooks:http_error:ratio_rate5m",
      ...rates,
    }),
    counterRate({
      record: "accubooks:http_requests_by_status:rate5m",
      counter: requests.total,
      example: requests.examples.bad,
      by: ["status_code"],
    }),
    bucketRate({
      record: times.buckets,
      observations: requestTimes,
    }),
    percentileNow({
      record: "accubooks:http_request_duration_seconds:p50_5m",
      quantile: 0.5,
      ...times,
    }),
    percentileNow({
      record: "accubooks:http_request_duration_seconds:p75_5m",
      quantile: 0.75,
      ...times,
    }),
    percentileNow({
      record: "accubooks:http_request_duration_seconds:p95_5m",
      quantile: 0.95,
      ...times,
    }),
    percentileNow({
      record: "accubooks:http_request_duration_seconds:p99_5m",
      quantile: 0.99,
      ...times,
    }),
  ],
};

/** The same over an hour and a day, for occasional readers. */
export const httpLong: RecordingGroupDeclaration = {
  name: "accubooks-http-long",
  interval: minutes(2),
  rules: [
    ratioOver({
      record: "accubooks:http_error:ratio_rate1h",
      window: hours(1),
      ...rates,
    }),
    ratioOver({
      record: "accubooks:http_error:ratio_rate24h",
      window: hours(24),
      ...rates,
    }),
    percentileOver({
      record: "accubooks:http_request_duration_seconds:p95_1h",
      quantile: 0.95,
      window: hours(1),
      ...times,
    }),
    percentileOver({
      record: "accubooks:http_request_duration_seconds:p95_24h",
      quantile: 0.95,
      window: hours(24),
      ...times,
    }),
  ],
};
