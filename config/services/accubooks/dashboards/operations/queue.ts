import type { PanelDeclaration } from "../../../../../model/dashboard";
import { seconds } from "../../../../../model/duration";
import { percent } from "../../../../../model/ratio";
import { count } from "../../../../../model/threshold";

const ROW = "Queue Performance";

/** Whether forecasts are made, and in time. */
export const queuePanels: readonly PanelDeclaration[] = [
  {
    id: "queue-depth",
    number: 11,
    title: "Queue depth",
    unit: "short",
    thresholds: {
      kind: "steps",
      base: "green",
      steps: [
        { colour: "yellow", from: count(50, "jobs") },
        { colour: "red", alert: "ForecastQueueDepthHigh", threshold: "jobs" },
      ],
    },
    queries: [
      {
        expr: 'max(forecast_queue_depth{system="accubooks"})',
        legend: "waiting",
      },
    ],
    description: "Forecast jobs that wait; up to 50 are usual",
    noValue: "The queue does not report",
    row: ROW,
  },
  {
    id: "worker-utilization",
    number: 12,
    title: "Worker utilization",
    visualisation: { kind: "gauge", min: 0, max: 1 },
    unit: "percentunit",
    thresholds: {
      kind: "steps",
      base: "green",
      steps: [
        { colour: "yellow", from: percent(80) },
        {
          colour: "red",
          alert: "ForecastWorkersSaturated",
          threshold: "busyRatio",
        },
      ],
    },
    queries: [
      { expr: 'avg(forecast_worker_utilization_ratio{system="accubooks"})' },
    ],
    description:
      "Share of the time in which workers have a job; 50 to 80 % is usual",
    noValue: "No worker reports",
    row: ROW,
  },
  {
    id: "job-processing-time-p95-failure-rate",
    number: 13,
    title: "Job processing time (p95), failure rate",
    unit: "s",
    width: 24,
    thresholds: {
      kind: "steps",
      base: "green",
      steps: [
        { colour: "yellow", from: seconds(10) },
        { colour: "red", alert: "ForecastJobSlow", threshold: "p95" },
      ],
    },
    queries: [
      { expr: "accubooks:forecast_job_duration_seconds:p95_5m", legend: "p95" },
      {
        expr: "accubooks:forecast_job_failure:ratio_rate5m",
        legend: "failure rate (right axis)",
        rightAxis: { unit: "percentunit" },
        thresholds: {
          kind: "steps",
          base: "green",
          steps: [
            {
              colour: "red",
              alert: "ForecastJobFailureRateHigh",
              threshold: "failureRatio",
            },
          ],
        },
      },
    ],
    description:
      "Time within which 95 % of forecast jobs ended (left), and the share that failed (right), over 5 minutes",
    noValue: "No jobs",
    row: ROW,
  },
];
