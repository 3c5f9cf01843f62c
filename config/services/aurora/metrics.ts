import { open, values } from "../../../model/label-values";
import { counter, gauge, histogram } from "../../../model/metric";
import type { MetricContract } from "../../../model/metric";
import {
  between,
  bySet,
  observed,
  observedOf,
  perHour,
  perMinute,
  perSecond,
} from "../../../model/typical/typical";
import { httpMethod, httpStatus } from "../../../patterns/http-labels";
import { httpTraffic } from "../../../patterns/http-traffic";
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
    typical: bySet({
      'reason="email"': perHour(0.1),
      'reason="captcha"': perHour(0.05),
    }),
  }),
  user_activity_events_total: counter({
    help: "What users did, by kind of event",
    labels: {
      event_type: open({
        upTo: 30,
        examples: ["project_opened", "file_saved"],
      }),
    },
    typical: bySet({
      'event_type="project_opened"': perSecond(3),
      'event_type="file_saved"': perSecond(8),
    }),
  }),
  api_authentication_failures_total: counter({
    help: "Requests and logins whose credentials were refused, by reason (password, token, expired, …)",
    labels: {
      reason: open({ upTo: 10, examples: ["password", "token", "expired"] }),
    },
    typical: bySet({
      'reason="password"': perMinute(1.5),
      'reason="token"': perMinute(0.5),
      'reason="expired"': perMinute(5.2),
    }),
  }),
  api_authorization_failures_total: counter({
    help: "Requests of known users to what they may not do, by reason (role, tenant, plan, …)",
    labels: {
      reason: open({ upTo: 10, examples: ["role", "tenant", "plan"] }),
    },
    typical: bySet({
      'reason="role"': perMinute(1),
      'reason="tenant"': perHour(2),
      'reason="plan"': perMinute(2.5),
    }),
  }),
  cache_requests_total: counter({
    help: "Questions to a cache, by result (hit, miss)",
    labels: {
      cache: open({ upTo: 8, examples: ["sessions", "projects"] }),
      result: values("hit", "miss"),
    },
    typical: bySet({
      'cache="sessions",result="hit"': perSecond(118),
      'cache="sessions",result="miss"': perSecond(2),
      'cache="projects",result="hit"': perSecond(52),
      'cache="projects",result="miss"': perSecond(8),
    }),
  }),
  api_requests_total: counter({
    help: "Requests answered by the API",
    labels: { method: httpMethod, route: routes, status: httpStatus },
    typical: httpTraffic(120),
  }),
  api_request_duration_seconds: histogram({
    help: "Time to answer a request to the API, in seconds",
    labels: { method: httpMethod, route: routes },
    buckets: latency.buckets,
    typical: observedOf("api_requests_total", {
      p50: 0.015,
      p95: 0.04,
      p99: 0.065,
    }),
  }),
  websocket_connections_opened_total: counter({
    help: "WebSocket connections that began",
    typical: perSecond(1.3),
  }),
  websocket_disconnects_total: counter({
    help: "WebSocket connections that ended, by reason (normal, abnormal, timeout)",
    labels: { reason: values("normal", "abnormal", "timeout") },
    typical: bySet({
      'reason="normal"': perSecond(1.295),
      'reason="abnormal"': perSecond(0.002),
      'reason="timeout"': perSecond(0.003),
    }),
  }),
  websocket_connections_active: gauge({
    help: "WebSocket connections that are open on this pod",
    typical: between(320, 400, 460),
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
    typical: bySet({
      'operation="select"': observed(perSecond(300), {
        p50: 0.002,
        p95: 0.01,
        p99: 0.025,
      }),
      'operation="insert"': observed(perSecond(25), {
        p50: 0.003,
        p95: 0.012,
        p99: 0.03,
      }),
      'operation="update"': observed(perSecond(35), {
        p50: 0.003,
        p95: 0.015,
        p99: 0.035,
      }),
      'operation="delete"': observed(perSecond(2), {
        p50: 0.004,
        p95: 0.018,
        p99: 0.04,
      }),
      'operation="begin"': observed(perSecond(55), {
        p50: 0.0004,
        p95: 0.002,
        p99: 0.005,
      }),
      'operation="commit"': observed(perSecond(55), {
        p50: 0.002,
        p95: 0.008,
        p99: 0.02,
      }),
    }),
  }),
  user_registrations_total: counter({
    help: "All attempts to register, also those that failed",
    typical: perHour(40),
  }),
  active_users: gauge({
    help: "Users who did something within the window (1d), as the database counts them every 5 minutes; each pod shows the same number",
    labels: { window: values("1d") },
    typical: between(5900, 6000, 6100),
    retention: "long",
  }),
  websocket_message_duration_seconds: histogram({
    help: "Time of a message over a WebSocket from its receipt until it is handled or sent, in seconds, by direction (in, out)",
    labels: { direction: values("in", "out") },
    buckets: messages.buckets,
    typical: bySet({
      'direction="in"': observed(perSecond(60), {
        p50: 0.003,
        p95: 0.02,
        p99: 0.06,
      }),
      'direction="out"': observed(perSecond(180), {
        p50: 0.006,
        p95: 0.04,
        p99: 0.11,
      }),
    }),
  }),
};
