import type { PanelDeclaration } from "../../../../model/dashboard";
import { lines, redAbove, redBelow } from "../../../../patterns/panels";

/** Availability, latency and traffic of each service. */
export const servicePanels: readonly PanelDeclaration[] = [
  {
    id: "availability-by-service-30-d",
    number: 1,
    title: "Availability by service (30 d)",
    // On an axis from 0, ten times the allowed errors would look like none.
    visualisation: { kind: "bargauge", min: 0.99, max: 1 },
    unit: "percentunit",
    decimals: 3,
    thresholds: redBelow({
      alert: "TitanServiceAvailabilitySloViolation",
      threshold: "objective",
    }),
    queries: [
      {
        expr: "titan:service_availability:ratio_rate30d",
        legend: "{{service}}",
      },
    ],
    description:
      "Share of requests that each service answered without a server error, over 30 days; a bar begins at 99 %",
    noValue: "No requests",
  },
  lines({
    id: "error-rate-by-service-5-m",
    number: 2,
    title: "Error rate by service (5 m)",
    unit: "percentunit",
    thresholds: redAbove({
      alert: "TitanServiceErrorRateHigh",
      threshold: "errorRatio",
    }),
    shows: { "{{service}}": "titan:service_error:ratio_rate5m" },
    description:
      "Share of requests that each service answers with a server error, over 5 minutes",
    noValue: "No requests",
  }),
  lines({
    id: "p99-by-service-and-endpoint-worst-15",
    number: 3,
    title: "P99 by service and endpoint (worst 15)",
    unit: "s",
    thresholds: redAbove({
      alert: "TitanServiceLatencySloViolation",
      threshold: "p99",
    }),
    shows: {
      "{{service}} {{endpoint}}":
        "topk(15, titan:service_request_duration_seconds:p99_5m)",
    },
    description:
      "Time within which 99 % of requests were answered, at the 15 slowest endpoints of each moment",
    noValue: "No requests",
  }),
  lines({
    id: "request-rate-by-service",
    number: 4,
    title: "Request rate by service",
    unit: "reqps",
    shows: { "{{service}}": "titan:service_requests:rate5m" },
    description: "Requests that each service answers, over 5 minutes",
    noValue: "No requests counted",
  }),
];
