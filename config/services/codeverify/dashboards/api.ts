import type { DashboardDeclaration } from "../../../../model/dashboard";
import { milliseconds } from "../../../../model/duration";

/** How fast and how well the API answers, down to the route. */
export const api: DashboardDeclaration = {
  uid: "codeverify-api",
  title: "API Performance",
  description: "How fast and how well the API answers, down to the route",
  variables: [
    {
      name: "route",
      label: "Route of the heatmap",
      metric: "codeverify_http_requests_total",
      values: "route",
    },
  ],
  panels: [
    {
      id: "request-latency-p50-p95-p99",
      number: 1,
      title: "Request latency (p50, p95, p99)",
      unit: "s",
      thresholds: {
        kind: "steps",
        base: "green",
        steps: [
          // What the latency objective calls fast.
          { colour: "yellow", from: milliseconds(500) },
          { colour: "red", alert: "HighLatency", threshold: "p95" },
        ],
      },
      queries: [
        {
          expr: "codeverify:http_request_duration_seconds:p50_5m",
          legend: "p50",
        },
        {
          expr: "codeverify:http_request_duration_seconds:p95_5m",
          legend: "p95",
        },
        {
          expr: "codeverify:http_request_duration_seconds:p99_5m",
          legend: "p99",
        },
      ],
      description:
        "Time within which half, 95 % and 99 % of HTTP requests were answered, over 5 minutes",
      noValue: "No requests",
    },
    {
      id: "requests-per-second",
      number: 2,
      title: "Requests per second",
      unit: "reqps",
      queries: [
        {
          expr: "sum by (route) (rate(codeverify_http_requests_total[$__rate_interval]))",
          legend: "{{route}}",
        },
      ],
      description: "HTTP requests answered, by route",
      noValue: "No requests counted",
    },
    {
      id: "error-breakdown",
      number: 3,
      title: "Error breakdown",
      visualisation: { kind: "timeseries", stacked: true },
      unit: "reqps",
      queries: [
        {
          expr: 'sum by (status, route) (rate(codeverify_http_requests_total{status=~"[45].."}[$__rate_interval]))',
          legend: "{{status}} {{route}}",
        },
      ],
      description:
        "HTTP requests answered with a client or server error, by status and route",
      noValue: "No errors",
    },
    {
      id: "endpoint-heatmap",
      number: 4,
      title: "Endpoint heatmap",
      visualisation: { kind: "heatmap" },
      unit: "s",
      queries: [
        {
          expr: 'sum by (le) (increase(codeverify_http_request_duration_seconds_bucket{route=~"$route"}[$__rate_interval]))',
          legend: "{{le}}",
        },
      ],
      description:
        "How many HTTP requests of the chosen routes took how long: two bands are two kinds of request",
      noValue: "No requests on these routes",
    },
    {
      id: "requests-in-progress",
      number: 5,
      title: "Requests in progress",
      unit: "short",
      queries: [
        {
          expr: "sum(codeverify_http_requests_in_progress)",
          legend: "in progress",
        },
      ],
      description: "HTTP requests that are being answered, all pods together",
      noValue: "No API pod reports",
    },
    {
      id: "database-queries-rate-and-p95",
      number: 6,
      title: "Database queries (rate and P95)",
      unit: "s",
      queries: [
        {
          expr: "sum by (operation) (rate(codeverify_db_queries_total[$__rate_interval]))",
          legend: "{{operation}} per second",
          rightAxis: { unit: "ops" },
        },
        {
          expr: "histogram_quantile(0.95, sum by (le, operation) (rate(codeverify_db_query_duration_seconds_bucket[$__rate_interval])))",
          legend: "{{operation}} p95",
        },
      ],
      description:
        "Database queries by operation: how many per second (right) and the time within which 95 % returned (left)",
      noValue: "No queries",
    },
  ],
};
