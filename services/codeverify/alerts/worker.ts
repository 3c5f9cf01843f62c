import type { Alert } from "../../../model/alert";
import { minutes, seconds } from "../../../model/duration";
import { percent } from "../../../model/ratio";
import { count } from "../../../model/threshold";

/** Analyses fail, wait too long, or nobody works on them. */
export const workerAlerts: readonly Alert[] = [
  {
    requirement: "CV-A3",
    name: "QueueBacklog",
    expr: "max by (queue) (codeverify_queue_length) > {jobs}",
    thresholds: { jobs: count(100, "jobs") },
    for: minutes(10),
    severity: "warning",
    priority: "P2",
    summary: "Analysis queue backing up",
    description: "{{ $value }} jobs in queue {{ $labels.queue }}",
    action: "Check that workers are up, then scale them.",
    runbook: "codeverify/queue-backup#queuebacklog",
    dashboard: "codeverify-worker",
    proof: {
      fires: [
        {
          series: {
            'codeverify_queue_length{queue="analysis", pod="a"}': "101x30",
            'codeverify_queue_length{queue="webhook", pod="a"}': "3x30",
          },
          at: minutes(10),
          expect: [
            {
              labels: { queue: "analysis" },
              description: "101 jobs in queue analysis",
            },
          ],
        },
      ],
      quiet: [
        {
          series: { 'codeverify_queue_length{queue="analysis"}': "100x30" },
          at: minutes(15),
        },
      ],
    },
  },
  {
    requirement: "CV-A4",
    name: "WorkerDown",
    expr: "codeverify:workers_up:count < {minimumWorkers}",
    thresholds: { minimumWorkers: count(2, "workers") },
    for: minutes(5),
    severity: "critical",
    priority: "P0",
    summary: "Insufficient workers",
    description: "Only {{ $value }} workers running",
    action: "Look at the events of the worker pods.",
    runbook: "codeverify/worker-down#workerdown",
    dashboard: "codeverify-worker",
    proof: {
      fires: [
        {
          // Staging has one worker and needs no more.
          only: ["production"],
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
          // No target at all is no worker.
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
          only: ["staging"],
          series: {
            'up{system="codeverify", app="codeverify-worker", pod="a"}': "0x20",
            'up{system="codeverify", app="codeverify-worker", pod="b"}': "1x20",
          },
          at: minutes(10),
        },
      ],
    },
  },
  {
    requirement: "CV-A5",
    name: "HighAnalysisFailureRate",
    expr: "codeverify:analysis_failure:ratio_rate1h > {failureRatio}",
    thresholds: { failureRatio: percent(10) },
    for: minutes(15),
    severity: "warning",
    priority: "P1",
    summary: "High analysis failure rate",
    description: "{{ $value | humanizePercentage }} of analyses failing",
    action: "Read the error messages of the last failed analyses.",
    runbook: "codeverify/analysis-failures",
    dashboard: "codeverify-overview",
    proof: {
      fires: [
        {
          series: {
            'codeverify_analyses_total{status="failed"}': "0+2x90",
            'codeverify_analyses_total{status="passed"}': "0+8x90",
          },
          at: minutes(15),
          expect: [{ description: "12.42% of analyses failing" }],
        },
      ],
      quiet: [
        {
          series: {
            'codeverify_analyses_total{status="failed"}': "0+1x90",
            'codeverify_analyses_total{status="passed"}': "0+9x90",
          },
          at: minutes(80),
        },
      ],
    },
  },
  {
    requirement: "CV-A7",
    name: "LlmApiFailures",
    expr: "codeverify:llm_error:ratio_rate15m > {errorRatio}",
    thresholds: { errorRatio: percent(10) },
    for: minutes(10),
    severity: "warning",
    priority: "P1",
    summary:
      "{{ $value | humanizePercentage }} of calls to {{ $labels.provider }} fail",
    action: "See whether one error type or one model stands out.",
    runbook: "codeverify/llm-api-failures",
    dashboard: "codeverify-debugging",
    proof: {
      fires: [
        {
          series: {
            'codeverify_llm_requests_total{provider="acme", model="m", status="error", error_type="rate_limit"}':
              "0+3x40",
            'codeverify_llm_requests_total{provider="acme", model="m", status="ok", error_type=""}':
              "0+9x40",
          },
          at: minutes(10),
          expect: [
            {
              labels: { provider: "acme" },
              summary: "22.22% of calls to acme fail",
            },
          ],
        },
      ],
      quiet: [
        {
          series: {
            'codeverify_llm_requests_total{provider="acme", model="m", status="error", error_type="rate_limit"}':
              "0+1x40",
            'codeverify_llm_requests_total{provider="acme", model="m", status="ok", error_type=""}':
              "0+9x40",
          },
          at: minutes(35),
        },
      ],
    },
  },
  {
    requirement: "CV-A10",
    name: "QueueWaitHigh",
    expr: "codeverify:queue_latency_seconds:p95_15m > {p95}",
    thresholds: { p95: seconds(60) },
    for: minutes(15),
    severity: "warning",
    priority: "P2",
    summary:
      "P95 wait in the queue is {{ $value | humanizeDuration }} (target 60 s)",
    action: "Compare the arrival rate with what the workers finish.",
    runbook: "codeverify/queue-backup#queuewaithigh",
    dashboard: "codeverify-worker",
    proof: {
      fires: [
        {
          series: {
            'codeverify_queue_latency_seconds_bucket{queue="analysis", le="60.0"}':
              "0+90x60",
            'codeverify_queue_latency_seconds_bucket{queue="analysis", le="120.0"}':
              "0+100x60",
            'codeverify_queue_latency_seconds_bucket{queue="analysis", le="+Inf"}':
              "0+100x60",
          },
          at: minutes(19),
          expect: [
            { summary: "P95 wait in the queue is 1m 30s (target 60 s)" },
          ],
        },
      ],
      quiet: [
        {
          series: {
            'codeverify_queue_latency_seconds_bucket{queue="analysis", le="30.0"}':
              "0+50x60",
            'codeverify_queue_latency_seconds_bucket{queue="analysis", le="60.0"}':
              "0+96x60",
            'codeverify_queue_latency_seconds_bucket{queue="analysis", le="120.0"}':
              "0+100x60",
            'codeverify_queue_latency_seconds_bucket{queue="analysis", le="+Inf"}':
              "0+100x60",
          },
          at: minutes(45),
        },
      ],
    },
  },
  {
    requirement: "CV-A13",
    name: "JobRetriesHigh",
    expr: "sum by (queue) (increase(codeverify_job_retries_total[30m])) > {retries}",
    thresholds: { retries: count(50, "retries in 30 minutes") },
    for: minutes(10),
    severity: "warning",
    priority: "P2",
    summary: "{{ $value | humanize }} retries in queue {{ $labels.queue }}",
    action: "Group the retries by reason.",
    runbook: "codeverify/queue-backup#jobretrieshigh",
    dashboard: "codeverify-worker",
    proof: {
      fires: [
        {
          series: {
            'codeverify_job_retries_total{queue="analysis", reason="timeout"}':
              "0+1x60",
            'codeverify_job_retries_total{queue="analysis", reason="error"}':
              "0+1x60",
          },
          at: minutes(31),
          expect: [
            {
              labels: { queue: "analysis" },
              summary: "60 retries in queue analysis",
            },
          ],
        },
      ],
      quiet: [
        {
          series: {
            'codeverify_job_retries_total{queue="analysis", reason="timeout"}':
              "0+1x60",
          },
          at: minutes(50),
        },
      ],
    },
  },
];
