import type { DashboardDeclaration } from "../../../model/dashboard";
import {
  lines,
  numbers,
  rateAndErrors,
  redAbove,
  redBelow,
} from "../../../patterns/panels";

/** aurora's API, WebSockets, dependencies and users. */
export const dashboards: readonly DashboardDeclaration[] = [
  {
    uid: "aurora",
    title: "aurora-fullstack-saas",
    description:
      "How the API and the WebSockets of aurora do, what they stand on, and its users",
    panels: [
      numbers({
        id: "api-availability-30-d-1-h-5-m",
        number: 1,
        title: "API availability (30 d, 1 h, 5 m)",
        unit: "percentunit",
        decimals: 3,
        thresholds: redBelow({
          alert: "AuroraApiAvailabilitySloViolation",
          threshold: "objective",
        }),
        shows: {
          "30 d": "aurora:api_availability:ratio_rate30d",
          "1 h": "aurora:api_availability:ratio_rate1h",
          "5 m": "aurora:api_availability:ratio_rate5m",
        },
        description:
          "Share of requests that the API answered without a server error",
        noValue: "No requests",
        width: 12,
      }),
      lines({
        id: "api-latency-p99",
        number: 2,
        title: "API latency P99",
        unit: "s",
        thresholds: redAbove({
          alert: "AuroraApiLatencySloViolation",
          threshold: "p99",
        }),
        shows: {
          "5 m": "aurora:api_request_duration_seconds:p99_5m",
          "7 d": "aurora:api_request_duration_seconds:p99_7d",
        },
        description: "Time within which 99 % of requests were answered",
        noValue: "No requests",
      }),
      rateAndErrors({
        id: "request-rate-and-errors",
        number: 3,
        title: "Request rate and errors",
        description:
          "Requests that the API answers, and server errors, over 5 minutes",
        total: "aurora:api_requests:rate5m",
        bad: "aurora:api_errors:rate5m",
      }),
      lines({
        id: "websocket-stability",
        number: 4,
        title: "WebSocket stability",
        unit: "percentunit",
        thresholds: redBelow({
          alert: "AuroraWebsocketUnstable",
          threshold: "objective",
        }),
        shows: {
          "1 h": "aurora:websocket_stability:ratio_rate1h",
          "7 d": "aurora:websocket_stability:ratio_rate7d",
        },
        description:
          "Connections that did not break, as a share of those that began",
        noValue: "No connections",
      }),
      lines({
        id: "websocket-connections",
        number: 5,
        title: "WebSocket connections",
        unit: "short",
        shows: {
          open: 'sum(websocket_connections_active{system="aurora"})',
        },
        description: "Connections that are open, on all pods together",
        noValue: "No pod reports",
      }),
      lines({
        id: "websocket-message-latency-p99",
        number: 6,
        title: "WebSocket message latency P99",
        unit: "s",
        thresholds: redAbove({
          alert: "AuroraWebsocketMessageLatencyHigh",
          threshold: "p99",
        }),
        shows: {
          "5 m": "aurora:websocket_message_duration_seconds:p99_5m",
          "7 d": "aurora:websocket_message_duration_seconds:p99_7d",
        },
        description:
          "Time within which 99 % of messages were handled or sent, in both directions",
        noValue: "No messages",
      }),
      lines({
        id: "database-query-latency-p95",
        number: 7,
        title: "Database query latency P95",
        unit: "s",
        thresholds: redAbove({
          alert: "AuroraDatabaseLatencySloViolation",
          threshold: "p95",
        }),
        shows: {
          "5 m": "aurora:db_query_duration_seconds:p95_5m",
          "7 d": "aurora:db_query_duration_seconds:p95_7d",
        },
        description:
          "Time within which the database answered 95 % of queries, as the application waits for it",
        noValue: "No queries",
      }),
      numbers({
        id: "registration-success",
        number: 8,
        title: "Registration success",
        unit: "percentunit",
        thresholds: redBelow({
          alert: "AuroraRegistrationFailures",
          threshold: "successRatio",
        }),
        shows: {
          "1 h": "aurora:user_registration_success:ratio_rate1h",
          "7 d": "aurora:user_registration_success:ratio_rate7d",
        },
        description: "Attempts to register that gave an account",
        noValue: "No attempts",
        width: 12,
      }),
      {
        id: "registration-failures-by-reason",
        number: 9,
        title: "Registration failures by reason",
        visualisation: { kind: "bars", of: "reason" },
        unit: "short",
        queries: [
          {
            expr: 'sum by (reason) (increase(user_registration_failures_total{system="aurora"}[$__range]))',
            legend: "failures",
          },
        ],
        description:
          "Attempts to register that failed in the time shown, by reason",
        noValue: "No failures",
      },
      lines({
        id: "active-users-daily",
        number: 10,
        title: "Active users (daily)",
        unit: "short",
        shows: { users: "aurora:active_users:daily" },
        description: "Users who did something within a day",
        noValue: "No pod reports",
      }),
      {
        id: "user-activity-by-event-type",
        number: 11,
        title: "User activity by event type",
        visualisation: { kind: "timeseries", stacked: true },
        unit: "cps",
        queries: [
          {
            expr: 'sum by (event_type) (rate(user_activity_events_total{system="aurora"}[$__rate_interval]))',
            legend: "{{event_type}}",
          },
        ],
        description:
          "What users do, per second, one kind of event upon another",
        noValue: "No events",
      },
      lines({
        id: "auth-failures",
        number: 12,
        title: "Authentication and authorization failures",
        unit: "cps",
        shows: {
          "authentication {{reason}}":
            'sum by (reason) (rate(api_authentication_failures_total{system="aurora"}[$__rate_interval]))',
          "authorization {{reason}}":
            'sum by (reason) (rate(api_authorization_failures_total{system="aurora"}[$__rate_interval]))',
        },
        description:
          "Credentials that are refused, and requests of known users that are denied, per second",
        noValue: "No failures",
      }),
      lines({
        id: "cache-hit-rate",
        number: 13,
        title: "Cache hit rate",
        unit: "percentunit",
        thresholds: redBelow({
          alert: "AuroraCacheHitRateLow",
          threshold: "hitRatio",
        }),
        shows: { "{{cache}}": "aurora:cache_hit:ratio_rate5m" },
        description: "Questions that a cache could answer, for each cache",
        noValue: "No cache is asked",
      }),
    ],
  },
];
