import type { AlertDeclaration } from "../../../../model/alert";
import { minutes } from "../../../../model/duration";
import { percent } from "../../../../model/ratio";
import { count } from "../../../../model/threshold";
import { gaugeLimit } from "../../../../patterns/alerts/gauge-limit";
import { countAbove } from "../../../../patterns/alerts/count-above";

/** Dependencies fail: database connections, pods, memory. */
export const infrastructureAlerts: readonly AlertDeclaration[] = [
  gaugeLimit({
    name: "DatabaseConnectionPoolExhausted",
    gauge: "codeverify_db_pool_available",
    aggregation: "min",
    by: ["pool"],
    labels: { pool: "main" },
    limit: {
      name: "connections",
      value: count(5, "connections"),
      comparison: "<",
    },
    for: minutes(5),
    priority: "P0",
    summary: "Database connection pool nearly exhausted",
    description:
      "Only {{ $value }} connections available in pool {{ $labels.pool }}",
    action: "Find who holds the connections, by state and age.",
    causes: ["system-down", "api-errors", "slo-api-availability"],
    runbook: "codeverify/database-connection-issues",
    dashboard: "codeverify-infrastructure",
  }),
  countAbove({
    name: "PodRestarting",
    counter: 'kube_pod_container_status_restarts_total{namespace="codeverify"}',
    example: {
      'kube_pod_container_status_restarts_total{namespace="codeverify", pod="api-1", container="api"}': 1,
    },
    by: ["pod"],
    window: minutes(30),
    // More than two; increase() returns slightly more than two for two.
    limit: { name: "restarts", value: count(2.5, "restarts in 30 minutes") },
    for: minutes(5),
    priority: "P2",
    summary:
      '{{ $labels.pod }} restarted {{ printf "%.0f" $value }} times in 30 minutes',
    description:
      "For 5 minutes {{ $labels.pod }} has had more than two restarts in half an hour: it crashes, is ended for its memory, or fails its probe.",
    action: "Read why the last container ended.",
    runbook: "codeverify/pod-restarts",
    dashboard: "codeverify-infrastructure",
  }),
  {
    name: "PodMemoryNearLimit",
    expr: 'namespace_pod:container_memory_working_set:ratio_limit{namespace="codeverify"} > {usedRatio}',
    thresholds: { usedRatio: percent(90) },
    for: minutes(15),
    priority: "P2",
    summary:
      "{{ $labels.pod }} uses {{ $value | humanizePercentage }} of its memory limit",
    description:
      "For 15 minutes the pod has used more than 90 % of its memory limit: at the limit the kernel ends it, with the jobs in it.",
    action: "Compare with the same hour yesterday: growth or load?",
    runbook: "codeverify/pod-memory",
    dashboard: "codeverify-infrastructure",
    proof: {
      fires: [
        {
          series: {
            'container_memory_working_set_bytes{namespace="codeverify", pod="worker-1", container="worker"}':
              "950x40",
            'kube_pod_container_resource_limits{namespace="codeverify", pod="worker-1", container="worker", resource="memory"}':
              "1000x40",
          },
          at: minutes(15),
          expect: [
            {
              labels: { namespace: "codeverify", pod: "worker-1" },
              summary: "worker-1 uses 95% of its memory limit",
            },
          ],
        },
      ],
      quiet: [
        {
          series: {
            'container_memory_working_set_bytes{namespace="codeverify", pod="worker-1", container="worker"}':
              "900x40",
            'kube_pod_container_resource_limits{namespace="codeverify", pod="worker-1", container="worker", resource="memory"}':
              "1000x40",
            // Nearly full, but another system's.
            'container_memory_working_set_bytes{namespace="other", pod="x", container="x"}':
              "950x40",
            'kube_pod_container_resource_limits{namespace="other", pod="x", container="x", resource="memory"}':
              "1000x40",
          },
          at: minutes(30),
        },
      ],
    },
  },
];
