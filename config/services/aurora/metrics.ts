import { open, values } from "../../../model/label-values";
import { counter, gauge, histogram } from "../../../model/metric";
import type { MetricContract } from "../../../model/metric";
import { httpMethod, httpStatus } from "../../../patterns/http-labels";
import { latency, messages, queries } from "./events";

const routes = open({ upTo: 60, examples: ["/projects", "/projects/:id"] });

/** Metrics of aurora at `/metrics`: its users, API, WebSockets and dependencies. */
export const metrics: MetricContract = {
  user_registration_failures_total: counter({
    help: "Attempts to register that failed, by reason (email, password, captcha, internal, …)",
    labels: {
      reason: open({
        upTo: 10,
        examples: ["email", "password", "captcha", "internal"],
      }),
    },
  }),
  user_activity_events_total: counter({
    help: "What users did, by kind of event",
    labels: {
      event_type: open({
        upTo: 30,
        examples: ["project_opened", "file_saved"],
      }),
    },
  }),
  api_authentication_failures_total: counter({
    help: "Requests and logins whose credentials were refused, by reason (password, token, expired, …)",
    labels: {
      reason: open({ upTo: 10, examples: ["password", "token", "expired"] }),
    },
  }),
  api_authorization_failures_total: counter({
    help: "Requests of known users to what they may not do, by reason (role, tenant, plan, …)",
    labels: {
      reason: open({ upTo: 10, examples: ["role", "tenant", "plan"] }),
    },
  }),
  cache_requests_total: counter({
    help: "Questions to a cache, by result (hit, miss)",
    labels: {
      cache: open({ upTo: 8, examples: ["sessions", "projects"] }),
      result: values("hit", "miss"),
    },
  }),
  api_requests_total: counter({
    help: "Requests answered by the API",
    labels: { method: httpMethod, route: routes, status: httpStatus },
  }),
  api_request_duration_seconds: histogram({
    help: "Time to answer a request to the API, in seconds",
    labels: { method: httpMethod, route: routes },
    buckets: latency.buckets,
  }),
  websocket_connections_opened_total: counter({
    help: "WebSocket connections that began",
  }),
  websocket_disconnects_total: counter({
    help: "WebSocket connections that ended, by reason (normal, abnormal, timeout)",
    labels: { reason: values("normal", "abnormal", "timeout") },
  }),
  websocket_connections_active: gauge({
    help: "WebSocket connections that are open on this pod",
  }),
  db_query_duration_seconds: histogram({
    help: "Time of a query to the database, in seconds, as the application waits for it, by operation (select, insert, …)",
    labels: {
      operation: values(
        "select",
        "insert",
        "update",
        "delete",
        "begin",
        "commit",
      ),
    },
    buckets: queries.buckets,
  }),
  user_registrations_total: counter({
    help: "All attempts to register, also those that failed",
  }),
  active_users: gauge({
    help: "Users who did something within the window (1d), as the database counts them every 5 minutes; each pod shows the same number",
    labels: { window: values("1d") },
    retention: "long",
  }),
  websocket_message_duration_seconds: histogram({
    help: "Time of a message over a WebSocket from its receipt until it is handled or sent, in seconds, by direction (in, out)",
    labels: { direction: values("in", "out") },
    buckets: messages.buckets,
  }),
};
