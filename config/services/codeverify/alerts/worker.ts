import type { AlertDeclaration } from "../../../../model/alert";
import { hours, minutes, seconds } from "../../../../model/duration";
import { percent } from "../../../../model/ratio";
import { count } from "../../../../model/threshold";
import { gaugeLimit } from "../../../../patterns/alerts/gauge-limit";
import { countAbove } from "../../../../patterns/alerts/count-above";
import { percentileLimit } from "../../../../patterns/alerts/percentile-limit";
import { ratioLimit } from "../../../../patterns/alerts/ratio-limit";
import { analyses, llmCalls, queueWait } from "../events";

/** Analyses fail, wait too long, or have no workers. */
export const workerAlerts: readonly AlertDeclaration[] = [
  gaugeLimit({
    name: "QueueBacklog",
    gauge: "codeverify_queue_length",
    aggregation: "max",
    by: ["queue"],
    labels: { queue: "analysis" },
    limit: {
      name: "jobs",
      value: count(100, "jobs"),
      comparison: ">",
    },
    for: minutes(10),
    priority: "P2",
    summary: "Analysis queue backing up",
    description: "{{ $value }} jobs in queue {{ $labels.queue }}",
    action: "Check that workers are up, then scale them.",
    runbook: "codeverify/queue-backup#queuebacklog",
    dashboard: "codeverify-worker",
  }),
  {
    name: "WorkerDown",
    expr: "codeverify:workers_up:count < {minimumWorkers}",
    thresholds: { minimumWorkers: count(2, "workers") },
    for: minutes(5),
    priority: "P0",
    summary: "Insufficient workers",
    description: "Only {{ $value }} workers running",
    action: "Look at the events of the worker pods.",
    causes: ["QueueBacklog", "QueueWaitHigh", "slo-queue-wait-p95-60s"],
    // Where the whole system is gone, API and workers are one incident.
    groupWith: ["system-down"],
    runbook: "codeverify/worker-down#workerdown",
    dashboard: "codeverify-worker",
    proof: {
      fires: [
        {
          // Elsewhere one worker is enough.
          only: { kind: "production" },
          series: {
            'up{system="codeverify", app="codeverify-worker", pod="a"}': "0x20",
            'up{system="codeverify", app="codeverify-worker", pod="b"}': "1x20",
            'up{system="other", app="codeverify-worker", pod="c"}': "1x20",
          },
          at: minutes(5),
          expect: [{ description: "Only 1 workers running" }],
        },
        {
          series: {
            'up{system="codeverify", app="codeverify-worker", pod="a"}': "0x20",
            'up{system="codeverify", app="codeverify-worker", pod="b"}': "0x20",
            'up{system="other", app="codeverify-worker", pod="c"}': "1x20",
          },
          at: minutes(5),
          expect: [{ description: "Only 0 workers running" }],
        },
        {
          // Without a target there is no worker.
          series: { 'up{system="codeverify", app="codeverify-api"}': "1x20" },
          at: minutes(9),
          expect: [{ description: "Only 0 workers running" }],
        },
      ],
      quiet: [
        {
          series: {
            'up{system="codeverify", app="codeverify-worker", pod="a"}': "1x20",
            'up{system="codeverify", app="codeverify-worker", pod="b"}': "1x20",
          },
          at: minutes(10),
        },
        {
          // One worker of two is enough there.
          only: { kind: "non-production" },
          series: {
            'up{system="codeverify", app="codeverify-worker", pod="a"}': "0x20",
            'up{system="codeverify", app="codeverify-worker", pod="b"}': "1x20",
          },
          at: minutes(10),
        },
      ],
    },
  },
  ratioLimit({
    name: "HighAnalysisFailureRate",
    events: analyses,
    ratio: "codeverify:analysis_failure:ratio_rate1h",
    shows: "bad",
    limit: { name: "failureRatio", value: percent(10) },
    all: {
      rate: "codeverify:analyses:rate5m",
      bad: "analyses failed",
    },
    bad: {
      rate: "codeverify:analysis_failures:rate5m",
      // At least three: one of six is more than one in ten.
      minimum: {
        name: "failures",
        value: count(2.5, "failed analyses in an hour"),
      },
      window: hours(1),
    },
    for: minutes(15),
    severity: "warning",
    priority: "P1",
    summary: "High analysis failure rate",
    description: "{{ $value | humanizePercentage }} of analyses failing",
    action: "Read the error messages of the last failed analyses.",
    runbook: "codeverify/analysis-failures",
    dashboard: "codeverify-overview",
  }),
  ratioLimit({
    name: "LlmApiFailures",
    events: llmCalls,
    ratio: "codeverify:llm_error:ratio_rate15m",
    shows: "bad",
    limit: { name: "errorRatio", value: percent(10) },
    all: {
      counter: llmCalls.total,
      bad: "calls failed",
    },
    bad: {
      rate: "codeverify:llm_errors:rate5m",
      // At least five: a provider that is asked ten times fails once by chance.
      minimum: {
        name: "errors",
        value: count(4.5, "failed calls in 15 minutes"),
      },
      window: minutes(15),
    },
    for: minutes(10),
    severity: "warning",
    priority: "P1",
    summary:
      "{{ $value | humanizePercentage }} of calls to {{ $labels.provider }} fail",
    description:
      "For 10 minutes more than one call to {{ $labels.provider }} in ten has failed, at least 5 in 15 minutes: analyses lack their findings or end without a result.",
    action: "See whether one error type or one model stands out.",
    runbook: "codeverify/llm-api-failures",
    dashboard: "codeverify-debugging",
  }),
  percentileLimit({
    name: "QueueWaitHigh",
    percentile: "codeverify:queue_latency_seconds:p95_15m",
    quantile: 0.95,
    observations: queueWait,
    limit: { name: "p95", value: seconds(60) },
    for: minutes(15),
    priority: "P2",
    summary:
      "P95 wait in the queue is {{ $value | humanizeDuration }} (target 60 s)",
    description:
      "For 15 minutes one job in twenty has waited that long for a worker, at least 5 in 15 minutes.",
    action: "Compare the arrival rate with what the workers finish.",
    runbook: "codeverify/queue-backup#queuewaithigh",
    dashboard: "codeverify-worker",
  }),
  countAbove({
    name: "JobRetriesHigh",
    counter: "codeverify_job_retries_total",
    example: {
      'codeverify_job_retries_total{queue="analysis", reason="timeout"}': 1,
    },
    by: ["queue"],
    window: minutes(30),
    limit: { name: "retries", value: count(50, "retries in 30 minutes") },
    for: minutes(10),
    priority: "P2",
    summary: "{{ $value | humanize }} retries in queue {{ $labels.queue }}",
    description:
      "For 10 minutes more than 50 jobs of {{ $labels.queue }} in half an hour have been tried again: work is done twice, and fails in the end.",
    action: "Group the retries by reason.",
    runbook: "codeverify/queue-backup#jobretrieshigh",
    dashboard: "codeverify-worker",
  }),
];
