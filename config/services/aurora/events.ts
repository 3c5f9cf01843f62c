import type { Example } from "../../../model/slo";
import type { Events } from "../../../patterns/events";
import type { Observations } from "../../../patterns/observations";

const matchers = 'system="aurora"';

const request = (status: string): Example => ({
  [`api_requests_total{system="aurora", method="GET", route="/projects", status="${status}"}`]: 1,
});

/** Requests to the API; a server error is bad. Other systems expose the same metric name. */
export const requests: Events = {
  total: 'api_requests_total{system="aurora"}',
  bad: 'api_requests_total{system="aurora", status=~"5.."}',
  examples: { good: request("200"), bad: request("500") },
};

/** How long they take. */
export const latency: Observations = {
  histogram: "api_request_duration_seconds",
  matchers,
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
};

const shortTimes = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1];

/** How long the database takes to answer. */
export const queries: Observations = {
  histogram: "db_query_duration_seconds",
  matchers,
  buckets: shortTimes,
};

/** How long a message over a WebSocket takes. */
export const messages: Observations = {
  histogram: "websocket_message_duration_seconds",
  matchers,
  buckets: shortTimes,
};

const opened = 'websocket_connections_opened_total{system="aurora"}';
const ended = (reason: string): string =>
  `websocket_disconnects_total{system="aurora", reason="${reason}"}`;

/** WebSocket connections: each begins, and is bad if neither side closed it normally. */
export const connections: Events = {
  total: opened,
  bad: 'websocket_disconnects_total{system="aurora", reason!="normal"}',
  examples: {
    good: { [opened]: 1, [ended("normal")]: 1 },
    bad: { [opened]: 1, [ended("abnormal")]: 1 },
  },
};

/** A broken connection that began long before. */
export const brokenLater: Example = { [ended("timeout")]: 1 };

const attempted = 'user_registrations_total{system="aurora"}';

/** Attempts to register; those that fail are counted a second time, with the reason. */
export const registrations: Events = {
  total: attempted,
  bad: 'user_registration_failures_total{system="aurora"}',
  examples: {
    good: { [attempted]: 1 },
    bad: {
      [attempted]: 1,
      'user_registration_failures_total{system="aurora", reason="email"}': 1,
    },
  },
};

const cached = (result: string): Example => ({
  [`cache_requests_total{system="aurora", cache="sessions", result="${result}"}`]: 1,
});

/** Reads of a cache; a miss goes to the database. */
export const cacheRequests = {
  total: 'cache_requests_total{system="aurora"}',
  bad: 'cache_requests_total{system="aurora", result="miss"}',
  by: ["cache"],
  examples: { good: cached("hit"), bad: cached("miss") },
} as const satisfies Events;
