import type { DashboardDeclaration } from "../../../model/dashboard";
import {
  lines,
  numbers,
  rateAndErrors,
  redAbove,
  redBelow,
} from "../../../patterns/panels";

/** nebula's API, free tier, cost, and managed infrastructure. */
export const dashboards: readonly DashboardDeclaration[] = [
  {
    uid: "nebula",
    title: "nebula-cloud-platform",
    description:
      "How the API of nebula does, and the infrastructure that it manages",
    panels: [
      numbers({
        id: "api-availability-30-d-1-h-5-m",
        number: 1,
        title: "API availability (30 d, 1 h, 5 m)",
        unit: "percentunit",
        decimals: 3,
        thresholds: redBelow({
          alert: "NebulaApiAvailabilitySloViolation",
          threshold: "objective",
        }),
        shows: {
          "30 d": "nebula:api_availability:ratio_rate30d",
          "1 h": "nebula:api_availability:ratio_rate1h",
          "5 m": "nebula:api_availability:ratio_rate5m",
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
          alert: "NebulaApiLatencySloViolation",
          threshold: "p99",
        }),
        shows: {
          "5 m": "nebula:api_request_duration_seconds:p99_5m",
          "7 d": "nebula:api_request_duration_seconds:p99_7d",
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
        total: "nebula:api_requests:rate5m",
        bad: "nebula:api_errors:rate5m",
      }),
      {
        id: "gcp-free-tier",
        number: 4,
        title: "GCP free tier (Cloud Run, Firestore, Cloud Storage)",
        visualisation: { kind: "bargauge" },
        unit: "percentunit",
        thresholds: {
          kind: "steps",
          base: "green",
          steps: [
            {
              colour: "yellow",
              alert: "NebulaGcpFreeTierApproaching",
              threshold: "usedRatio",
            },
            {
              colour: "red",
              alert: "NebulaGcpFreeTierExceeded",
              threshold: "usedRatio",
            },
          ],
        },
        queries: [
          {
            expr: "nebula:gcp_free_tier_usage:ratio",
            legend: "{{gcp_service}} {{quota}}",
          },
        ],
        description: "What is used of each quota of the free tier",
        noValue: "No quota is reported",
      },
      lines({
        id: "cost-forecast-accuracy",
        number: 5,
        title: "Cost forecast accuracy",
        unit: "percentunit",
        thresholds: redBelow({
          alert: "NebulaCostForecastAccuracyLow",
          threshold: "accuracy",
        }),
        shows: {
          day: "nebula:cost_forecast_accuracy:ratio",
          "30 d": "nebula:cost_forecast_accuracy:avg30d",
        },
        description:
          "How near the forecast of a day was to what it cost; 100 % is right",
        noValue: "No closed day",
      }),
      lines({
        id: "cost-forecast-and-actual",
        number: 6,
        title: "Cost forecast and actual",
        unit: "currencyUSD",
        shows: {
          forecast: 'sum(cloud_cost_forecast_dollars{system="nebula"})',
          actual: 'sum(cloud_cost_actual_dollars{system="nebula"})',
        },
        description:
          "Cost of the last closed day, all projects together, as it was forecast and as it was billed",
        noValue: "No closed day",
      }),
      {
        id: "cpu-and-memory-utilization-by-resource",
        number: 7,
        title: "CPU and memory utilization by resource",
        unit: "percentunit",
        thresholds: redAbove({
          alert: "NebulaCpuUtilizationHigh",
          threshold: "usedRatio",
        }),
        queries: [
          {
            expr: 'max by (resource) (infrastructure_cpu_utilization_ratio{system="nebula"})',
            legend: "{{resource}} CPU",
          },
          {
            expr: 'max by (resource) (infrastructure_memory_utilization_ratio{system="nebula"})',
            legend: "{{resource}} memory",
            thresholds: redAbove({
              alert: "NebulaMemoryUtilizationHigh",
              threshold: "usedRatio",
            }),
          },
        ],
        description:
          "CPU and memory of each managed resource as a share of what it has",
        noValue: "No resource reports",
      },
      {
        id: "deployments-p95-duration-and-success",
        number: 8,
        title: "Deployments (P95 duration and success)",
        unit: "s",
        queries: [
          {
            expr: "nebula:infrastructure_deployment_duration_seconds:p95_7d",
            legend: "P95",
          },
          {
            expr: "nebula:infrastructure_deployment_success:ratio_7d",
            legend: "success",
            rightAxis: { unit: "percentunit" },
          },
        ],
        description:
          "Time within which 95 % of the last 7 days' deployments ended, and the share that succeeded",
        noValue: "No deployments in 7 days",
      },
      {
        id: "drift",
        number: 9,
        title: "Drift",
        visualisation: { kind: "state-timeline" },
        unit: "bool_on_off",
        thresholds: redAbove({
          alert: "NebulaInfrastructureDrift",
          threshold: "drift",
        }),
        queries: [
          {
            expr: 'max by (resource) (infrastructure_drift_detected{system="nebula"})',
            legend: "{{resource}}",
          },
        ],
        description: "Whether a resource differs from its declaration",
        noValue: "No resource reports",
      },
    ],
  },
];
