import { days, hours, minutes } from "../../../model/duration";
import type { RecordingGroup } from "../../../model/recording-rule";
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
  // It may end long after it began, so more may break in an hour than begin.
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

/** Rates, shares and percentiles that alerts, promises and the page share. A rule reads only what stands above it. */
export const recording: readonly RecordingGroup[] = [
  {
    name: "aurora-api",
    interval: minutes(1),
    rules: [
      eventRate({ requirement: "AUR-R1", record: api.total, events: requests }),
      errorRate({ requirement: "AUR-R2", record: api.bad, events: requests }),
      ratioNow({
        requirement: "AUR-R3",
        record: "aurora:api_availability:ratio_rate5m",
        ...availability,
      }),
      ratioOver({
        requirement: "AUR-R4",
        record: "aurora:api_availability:ratio_rate1h",
        ...availability,
        window: hours(1),
      }),
      ratioOver({
        requirement: "AUR-R5",
        record: "aurora:api_availability:ratio_rate30d",
        ...availability,
        window: days(30),
      }),
      bucketRate({
        requirement: "AUR-R6",
        record: slow.buckets,
        observations: latency,
      }),
      percentileNow({
        requirement: "AUR-R7",
        record: "aurora:api_request_duration_seconds:p99_5m",
        ...slow,
      }),
      percentileOver({
        requirement: "AUR-R8",
        record: "aurora:api_request_duration_seconds:p99_7d",
        ...slow,
        window: days(7),
      }),
    ],
  },
  {
    name: "aurora-websockets",
    interval: minutes(1),
    rules: [
      eventRate({
        requirement: "AUR-R9",
        record: sockets.total,
        events: connections,
      }),
      errorRate({
        requirement: "AUR-R10",
        record: sockets.bad,
        events: connections,
      }),
      ratioOver({
        requirement: "AUR-R11",
        record: "aurora:websocket_stability:ratio_rate1h",
        ...stability,
        window: hours(1),
      }),
      ratioOver({
        requirement: "AUR-R12",
        record: "aurora:websocket_stability:ratio_rate7d",
        ...stability,
        window: days(7),
      }),
      bucketRate({
        requirement: "AUR-R22",
        record: slowMessages.buckets,
        observations: messages,
      }),
      percentileNow({
        requirement: "AUR-R24",
        record: "aurora:websocket_message_duration_seconds:p99_5m",
        ...slowMessages,
      }),
      percentileOver({
        requirement: "AUR-R23",
        record: "aurora:websocket_message_duration_seconds:p99_7d",
        ...slowMessages,
        window: days(7),
      }),
    ],
  },
  {
    name: "aurora-database-and-caches",
    interval: minutes(1),
    rules: [
      bucketRate({
        requirement: "AUR-R13",
        record: slowQueries.buckets,
        observations: queries,
      }),
      percentileNow({
        requirement: "AUR-R14",
        record: "aurora:db_query_duration_seconds:p95_5m",
        ...slowQueries,
      }),
      percentileOver({
        requirement: "AUR-R15",
        record: "aurora:db_query_duration_seconds:p95_7d",
        ...slowQueries,
        window: days(7),
      }),
      shareOf({
        requirement: "AUR-R21",
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
    interval: minutes(1),
    rules: [
      eventRate({
        requirement: "AUR-R16",
        record: users.total,
        events: registrations,
      }),
      errorRate({
        requirement: "AUR-R17",
        record: users.bad,
        events: registrations,
      }),
      ratioOver({
        requirement: "AUR-R18",
        record: "aurora:user_registration_success:ratio_rate7d",
        ...registered,
        window: days(7),
      }),
      ratioOver({
        requirement: "AUR-R19",
        record: "aurora:user_registration_success:ratio_rate1h",
        ...registered,
        window: hours(1),
      }),
      activeUsers,
    ],
  },
];
