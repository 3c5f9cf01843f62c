import type { DashboardDeclaration } from "../../../../model/dashboard";
import { percent } from "../../../../model/ratio";

/** Progress and waiting times of the workers' jobs. */
export const worker: DashboardDeclaration = {
  uid: "codeverify-worker",
  title: "Worker Performance",
  description:
    "How the workers get through analysis jobs, and what they wait for",
  panels: [
    {
      id: "analysis-duration-p50-p95",
      number: 1,
      title: "Analysis duration (p50, p95)",
      unit: "s",
      queries: [
        {
          expr: "histogram_quantile(0.50, sum by (le) (rate(codeverify_analysis_duration_seconds_bucket[15m])))",
          legend: "p50",
        },
        {
          expr: "histogram_quantile(0.95, sum by (le) (rate(codeverify_analysis_duration_seconds_bucket[15m])))",
          legend: "p95",
        },
      ],
      description:
        "Time within which half and 95 % of analysis jobs finished, over 15 minutes",
      noValue: "No analyses",
    },
    {
      id: "queue-wait-time-p95",
      number: 2,
      title: "Queue wait time (p95)",
      unit: "s",
      thresholds: {
        kind: "steps",
        base: "green",
        steps: [{ colour: "red", alert: "QueueWaitHigh", threshold: "p95" }],
      },
      queries: [
        { expr: "codeverify:queue_latency_seconds:p95_15m", legend: "p95" },
      ],
      description:
        "Time after which a worker had taken 95 % of jobs, all queues together, over 15 minutes",
      noValue: "No job was taken",
    },
    {
      id: "verification-success-rate",
      number: 3,
      title: "Verification success rate",
      visualisation: { kind: "gauge", min: 0, max: 1 },
      unit: "percentunit",
      decimals: 1,
      thresholds: {
        kind: "steps",
        base: "red",
        steps: [
          { colour: "yellow", from: percent(90) },
          { colour: "green", from: percent(95) },
        ],
      },
      queries: [{ expr: "codeverify:verification_success:ratio_rate1h" }],
      description:
        "Share of the last hour's formal verifications that ended in an answer, verified or refuted",
      noValue: "No verifications in the last hour",
      width: 6,
    },
    {
      id: "workers-up",
      number: 8,
      title: "Workers up",
      visualisation: { kind: "stat" },
      unit: "short",
      thresholds: {
        kind: "steps",
        base: "red",
        steps: [
          { colour: "green", alert: "WorkerDown", threshold: "minimumWorkers" },
        ],
      },
      queries: [{ expr: "codeverify:workers_up:count" }],
      description: "Worker pods that Prometheus reaches",
      noValue: "Unknown",
    },
    {
      id: "llm-api-latency-p95-by-provider",
      number: 4,
      title: "LLM API latency (p95 by provider)",
      unit: "s",
      queries: [
        {
          expr: "histogram_quantile(0.95, sum by (le, provider) (rate(codeverify_llm_request_duration_seconds_bucket[15m])))",
          legend: "{{provider}}",
        },
      ],
      description:
        "Time within which 95 % of calls to a language model returned, by provider, over 15 minutes",
      noValue: "No calls",
    },
    {
      id: "llm-tokens-per-hour",
      number: 5,
      title: "LLM tokens per hour",
      unit: "short",
      queries: [
        {
          expr: "sum by (provider, kind) (increase(codeverify_llm_tokens_total[1h]))",
          legend: "{{provider}} {{kind}}",
        },
      ],
      description:
        "Tokens sent to (prompt) and received from (completion) language models in the hour before",
      noValue: "No calls",
    },
    {
      id: "job-retries",
      number: 6,
      title: "Job retries",
      unit: "short",
      queries: [
        {
          expr: "sum by (queue) (increase(codeverify_job_retries_total[1h]))",
          legend: "{{queue}}",
        },
      ],
      description: "Jobs that were tried again in the hour before, by queue",
      noValue: "No retries",
    },
    {
      id: "z3-verification-time-p95",
      number: 7,
      title: "Z3 verification time (p95)",
      unit: "s",
      queries: [
        {
          expr: "histogram_quantile(0.95, sum by (le, result) (rate(codeverify_verification_duration_seconds_bucket[15m])))",
          legend: "{{result}}",
        },
      ],
      description:
        "Time within which 95 % of formal verifications ended, by result, over 15 minutes",
      noValue: "No verifications",
      width: 24,
    },
  ],
};
