import type { Alert } from "../../../model/alert";
import { minutes } from "../../../model/duration";
import { percent } from "../../../model/ratio";
import { count } from "../../../model/threshold";

/** What the service stands on gives way: database connections, pods, memory. */
export const infrastructureAlerts: readonly Alert[] = [
  {
    requirement: "CV-A6",
    name: "DatabaseConnectionPoolExhausted",
    expr: "min by (pool) (codeverify_db_pool_available) < {connections}",
    thresholds: { connections: count(5, "connections") },
    for: minutes(5),
    severity: "critical",
    priority: "P0",
    summary: "Database connection pool nearly exhausted",
    description:
      "Only {{ $value }} connections available in pool {{ $labels.pool }}",
    action: "Find who holds the connections, by state and age.",
    runbook: "codeverify/database-connection-issues",
    dashboard: "codeverify-infrastructure",
    proof: {
      fires: [
        {
          series: {
            'codeverify_db_pool_available{pool="main", pod="a"}': "4x20",
            'codeverify_db_pool_available{pool="main", pod="b"}': "20x20",
          },
          at: minutes(5),
          expect: [
            {
              labels: { pool: "main" },
              description: "Only 4 connections available in pool main",
            },
          ],
        },
      ],
      quiet: [
        {
          series: {
            'codeverify_db_pool_available{pool="main", pod="a"}': "5x20",
          },
          at: minutes(10),
        },
      ],
    },
  },
  {
    requirement: "CV-A11",
    name: "PodRestarting",
    expr: 'sum by (pod) (increase(kube_pod_container_status_restarts_total{namespace="codeverify"}[30m])) > {restarts}',
    // More than two; increase() makes a little more than two of two.
    thresholds: { restarts: count(2.5, "restarts in 30 minutes") },
    for: minutes(5),
    severity: "warning",
    priority: "P2",
    summary:
      '{{ $labels.pod }} restarted {{ printf "%.0f" $value }} times in 30 minutes',
    action: "Read why the last container ended.",
    runbook: "codeverify/pod-restarts",
    dashboard: "codeverify-infrastructure",
    proof: {
      fires: [
        {
          series: {
            'kube_pod_container_status_restarts_total{namespace="codeverify", pod="api-1", container="api"}':
              "1000x9 1001x9 1002x9 1003x40",
            'kube_pod_container_status_restarts_total{namespace="codeverify", pod="api-1", container="proxy"}':
              "1000x60",
          },
          at: minutes(35),
          expect: [
            {
              labels: { pod: "api-1" },
              summary: "api-1 restarted 3 times in 30 minutes",
            },
          ],
        },
      ],
      quiet: [
        {
          series: {
            'kube_pod_container_status_restarts_total{namespace="codeverify", pod="api-1", container="api"}':
              "1000x30 1001x5 1002x20",
            'kube_pod_container_status_restarts_total{namespace="other", pod="x", container="x"}':
              "0+1x60",
          },
          at: minutes(50),
        },
      ],
    },
  },
  {
    requirement: "CV-A12",
    name: "PodMemoryNearLimit",
    expr: 'namespace_pod:container_memory_working_set:ratio_limit{namespace="codeverify"} > {usedRatio}',
    thresholds: { usedRatio: percent(90) },
    for: minutes(15),
    severity: "warning",
    priority: "P2",
    summary:
      "{{ $labels.pod }} uses {{ $value | humanizePercentage }} of its memory limit",
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
