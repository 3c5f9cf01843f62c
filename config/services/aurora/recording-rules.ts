import { days, hours, minutes } from "../../../model/duration";
import type { RecordingGroupDeclaration } from "../../../model/recording-rule";
import {
  bucketRate,
  percentileNow,
  percentileOver,
} from "../../../patterns/recording/percentiles";
import { errorRate, eventRate } from "../../../patterns/recording/rates";
import { ratioNow, ratioOver } from "../../../patterns/recording/ratios";
import { shareOf } from "../../../patterns/recording/shares";
import { activeUsers } from "./recording-rules/users";
import {
  brokenLater,
  cacheRequests,
  connections,
  latency,
  messages,
  queries,
  registrations,
  requests,
} from "./events";

const api = {
  events: requests,
  bad: "aurora:api_errors:rate5m",
  total: "aurora:api_requests:rate5m",
};
const availability = { ...api, shows: "good" } as const;
const slow = {
  observations: latency,
  buckets: "aurora:api_request_duration_seconds_bucket:rate5m",
  quantile: 0.99,
};

const sockets = {
  events: connections,
  bad: "aurora:websocket_unstable:rate5m",
  total: "aurora:websocket_opened:rate5m",
};
const stability = {
  ...sockets,
  shows: "good",
  // A connection may end long after it began, so more may break in an hour than begin.
  uncounted: brokenLater,
} as const;
const slowMessages = {
  observations: messages,
  buckets: "aurora:websocket_message_duration_seconds_bucket:rate5m",
  quantile: 0.99,
};

const slowQueries = {
  observations: queries,
  buckets: "aurora:db_query_duration_seconds_bucket:rate5m",
  quantile: 0.95,
};

const users = {
  events: registrations,
  bad: "aurora:user_registration_failures:rate5m",
  total: "aurora:user_registrations:rate5m",
};
const registered = { ...users, shows: "good" } as const;

/**
 * Rates, ratios and percentiles that alerts, SLOs and the page share. A rule reads only rules above
 * it.
 */
export const recording: readonly RecordingGroupDeclaration[] = [
  {
    name: "aurora-api",
    rules: [
      eventRate({ record: api.total, events: requests }),
      errorRate({ record: api.bad, events: requests }),
      ratioNow({
        record: "aurora:api_availability:ratio_rate5m",
        ...availability,
      }),
      ratioOver({
        record: "aurora:api_availability:ratio_rate1h",
        ...availability,
        window: hours(1),
      }),
      ratioOver({
        record: "aurora:api_availability:ratio_rate30d",
        ...availability,
        window: days(30),
      }),
      bucketRate({
        record: slow.buckets,
        observations: latency,
      }),
      percentileNow({
        record: "aurora:api_request_duration_seconds:p99_5m",
        ...slow,
      }),
      percentileOver({
        record: "aurora:api_request_duration_seconds:p99_7d",
        ...slow,
        window: days(7),
      }),
    ],
  },
  {
    name: "aurora-websockets",
    rules: [
      eventRate({
        record: sockets.total,
        events: connections,
      }),
      errorRate({
        record: sockets.bad,
        events: connections,
      }),
      ratioOver({
        record: "aurora:websocket_stability:ratio_rate1h",
        ...stability,
        window: hours(1),
      }),
      ratioOver({
        record: "aurora:websocket_stability:ratio_rate7d",
        ...stability,
        window: days(7),
      }),
      bucketRate({
        record: slowMessages.buckets,
        observations: messages,
      }),
      percentileNow({
        record: "aurora:websocket_message_duration_seconds:p99_5m",
        ...slowMessages,
      }),
      percentileOver({
        record: "aurora:websocket_message_duration_seconds:p99_7d",
        ...slowMessages,
        window: days(7),
      }),
    ],
  },
  {
    name: "aurora-database-and-caches",
    rules: [
      bucketRate({
        record: slowQueries.buckets,
        observations: queries,
      }),
      percentileNow({
        record: "aurora:db_query_duration_seconds:p95_5m",
        ...slowQueries,
      }),
      percentileOver({
        record: "aurora:db_query_duration_seconds:p95_7d",
        ...slowQueries,
        window: days(7),
      }),
      errorRate({
        record: "aurora:cache_misses:rate5m",
        events: cacheRequests,
      }),
      shareOf({
        record: "aurora:cache_hit:ratio_rate5m",
        part: 'cache_requests_total{system="aurora", result="hit"}',
        whole: cacheRequests.total,
        examples: {
          inside: cacheRequests.examples.good,
          outside: cacheRequests.examples.bad,
        },
        by: cacheRequests.by,
        window: minutes(5),
        over: "rate",
      }),
    ],
  },
  {
    name: "aurora-users",
    rules: [
      eventRate({
        record: users.total,
        events: registrations,
      }),
      errorRate({
        record: users.bad,
        events: registrations,
      }),
      ratioOver({
        record: "aurora:user_registration_success:ratio_rate7d",
        ...registered,
        window: days(7),
      }),
      ratioOver({
        record: "aurora:user_registration_success:ratio_rate1h",
        ...registered,
        window: hours(1),
      }),
      activeUsers,
    ],
  },
];
