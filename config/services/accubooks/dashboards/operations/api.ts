import type { PanelDeclaration } from "../../../../../model/dashboard";
import { seconds } from "../../../../../model/duration";

const ROW = "API Performance";

/** How fast and how well the API answers. */
export const apiPanels: readonly PanelDeclaration[] = [
  {
    id: "request-rate-rps",
    number: 1,
    title: "Request rate (RPS)",
    unit: "reqps",
    thresholds: {
      kind: "steps",
      base: "green",
      steps: [
        { colour: "red", alert: "RequestRateAbnormal", threshold: "rate" },
      ],
    },
    queries: [{ expr: "accubooks:http_requests:rate5m", legend: "requests" }],
    description:
      "HTTP requests that the API answers, over 5 minutes; 100 to 500 are usual",
    noValue: "No requests counted",
    row: ROW,
  },
  {
    id: "latency-percentiles-p50-p75-p95-p99",
    number: 2,
    title: "Latency percentiles (p50, p75, p95, p99)",
    unit: "s",
    thresholds: {
      kind: "steps",
      base: "green",
      steps: [
        { colour: "yellow", from: seconds(0.5) },
        { colour: "red", alert: "HighLatency", threshold: "p95" },
      ],
    },
    queries: [
      { expr: "accubooks:http_request_duration_seconds:p50_5m", legend: "p50" },
      { expr: "accubooks:http_request_duration_seconds:p75_5m", legend: "p75" },
      { expr: "accubooks:http_request_duration_seconds:p95_5m", legend: "p95" },
      { expr: "accubooks:http_request_duration_seconds:p99_5m", legend: "p99" },
    ],
    description:
      "Time within which half, three quarters, 95 and 99 % of requests were answered, over 5 minutes",
    noValue: "No requests",
    row: ROW,
  },
  {
    id: "error-rate-by-status-code",
    number: 3,
    title: "Error rate by status code (400, 401, 403, 500, 503)",
    visualisation: { kind: "timeseries", stacked: true },
    unit: "reqps",
    queries: [
      {
        expr: 'accubooks:http_requests_by_status:rate5m{status_code=~"4..|5.."}',
        legend: "{{status_code}}",
      },
    ],
    description:
      "Requests that were refused (4xx) or failed (5xx), by status, over 5 minutes",
    noValue: "No such answers",
    row: ROW,
  },
];
