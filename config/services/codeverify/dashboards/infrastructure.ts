import type { DashboardDeclaration } from "../../../../model/dashboard";
import { count } from "../../../../model/threshold";

/** CodeVerify's dependencies: pods, database, Redis. */
export const infrastructure: DashboardDeclaration = {
  uid: "codeverify-infrastructure",
  title: "Infrastructure",
  description: "What CodeVerify stands on: pods, database and Redis",
  panels: [
    {
      id: "cpu-memory-utilization",
      number: 1,
      title: "CPU / memory utilization",
      unit: "percentunit",
      thresholds: {
        kind: "steps",
        base: "green",
        steps: [
          {
            colour: "red",
            alert: "PodMemoryNearLimit",
            threshold: "usedRatio",
          },
        ],
      },
      queries: [
        {
          expr: 'namespace_pod:container_cpu_usage:ratio_limit{namespace="codeverify"}',
          legend: "{{pod}} CPU",
        },
        {
          expr: 'namespace_pod:container_memory_working_set:ratio_limit{namespace="codeverify"}',
          legend: "{{pod}} memory",
        },
      ],
      description: "CPU and memory of each pod as a share of its limit",
      noValue: "No pod has a limit",
    },
    {
      id: "pod-restarts",
      number: 2,
      title: "Pod restarts",
      unit: "short",
      thresholds: {
        kind: "steps",
        base: "green",
        steps: [{ colour: "yellow", from: count(1, "restarts per hour") }],
      },
      queries: [
        {
          expr: 'sum by (pod) (increase(kube_pod_container_status_restarts_total{namespace="codeverify"}[1h]))',
          legend: "{{pod}}",
        },
      ],
      description: "Restarts of containers in the hour before, by pod",
      noValue: "No pods",
    },
    {
      id: "database-connections",
      number: 3,
      title: "Database connections",
      unit: "short",
      thresholds: {
        kind: "steps",
        base: "red",
        steps: [
          {
            colour: "green",
            alert: "DatabaseConnectionPoolExhausted",
            threshold: "connections",
          },
        ],
      },
      queries: [
        {
          expr: "min by (pool) (codeverify_db_pool_available)",
          legend: "{{pool}} available",
        },
        {
          expr: "max by (pool) (codeverify_db_pool_size)",
          legend: "{{pool}} size",
        },
      ],
      description:
        "Database connections that are free in the fullest pod, and the size of its pool",
      noValue: "No pool reports",
    },
    {
      id: "redis-operations",
      number: 4,
      title: "Redis operations",
      unit: "ops",
      queries: [
        {
          expr: 'sum(rate(redis_commands_processed_total{system="codeverify"}[$__rate_interval]))',
          legend: "commands",
        },
      ],
      description: "Commands that Redis processes",
      noValue: "No data from the Redis exporter",
    },
  ],
};
