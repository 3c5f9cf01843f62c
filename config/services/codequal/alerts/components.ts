import type { AlertDeclaration } from "../../../../model/alert";
import { hours, milliseconds, minutes } from "../../../../model/duration";
import { percent } from "../../../../model/ratio";
import { count } from "../../../../model/threshold";
import { percentileLimit } from "../../../../patterns/alerts/percentile-limit";
import { ratioLimit } from "../../../../patterns/alerts/ratio-limit";
import { cacheReads, vectorQueries } from "../events";

const memory = (
  namespace: string,
  pod: string,
  used: number,
): Record<string, string> => ({
  [`container_memory_working_set_bytes{namespace="${namespace}", pod="${pod}", container="main"}`]: `${String(used)}x40`,
  [`kube_pod_container_resource_limits{namespace="${namespace}", pod="${pod}", container="main", resource="memory"}`]:
    "1000x40",
});

/** Errors of two services per minute, those of the first on two pods and of two kinds. */
const errors = (perMinute: number): Record<string, string> => ({
  'codequal_errors_total{service="agents", error_type="timeout", pod="a"}': `1000+${String(perMinute - 4)}x40`,
  'codequal_errors_total{service="agents", error_type="limit", pod="b"}':
    "1000+4x40",
  'codequal_errors_total{service="api", error_type="timeout", pod="a"}':
    "1000+5x40",
});

/** Dependencies of analyses fail or become slow. */
export const componentAlerts: readonly AlertDeclaration[] = [
  {
    name: "HighMemoryUsage",
    expr: 'namespace_pod:container_memory_working_set:ratio_limit{namespace="codequal"} > {usedRatio}',
    thresholds: { usedRatio: percent(90) },
    for: minutes(10),
    priority: "P2",
    condition: "memory",
    summary:
      "{{ $labels.pod }} uses {{ $value | humanizePercentage }} of its memory limit",
    description:
      "For 10 minutes the pod has used more than 90 % of its memory limit: at the limit the kernel ends it, with the analyses in it.",
    action: "Compare with the same hour yesterday: growth or load?",
    runbook: "codequal/high-memory",
    dashboard: "codequal-alerts",
    proof: {
      fires: [
        {
          series: memory("codequal", "api-1", 950),
          at: minutes(10),
          expect: [
            {
              labels: { namespace: "codequal", pod: "api-1" },
              summary: "api-1 uses 95% of its memory limit",
            },
          ],
          resolves: { after: minutes(1) },
        },
      ],
      quiet: [
        {
          series: {
            ...memory("codequal", "api-1", 900),
            // Nearly full, but another system's.
            ...memory("other", "x", 950),
          },
          at: minutes(30),
        },
      ],
    },
  },
  percentileLimit({
    name: "VectorDbSlow",
    percentile: "codequal:vectordb_query_duration_seconds:p95_5m",
    quantile: 0.95,
    observations: vectorQueries,
    limit: { name: "p95", value: milliseconds(250) },
    // At least three: of the few queries of a quiet hour a single slow one is the P95.
    slow: {
      minimum: {
        name: "slow",
        value: count(2.5, "slow queries in 10 minutes"),
      },
      window: minutes(10),
    },
    for: minutes(10),
    priority: "P2",
    summary: "P95 of vector DB queries is {{ $value | humanizeDuration }}",
    description:
      "For 10 minutes one query of the vector database in twenty has taken that long, at least 3 in 10 minutes.",
    action: "See which operation is slow, and whether its index is used.",
    runbook: "codequal/vectordb-slow",
    dashboard: "codequal-performance",
  }),
  ratioLimit({
    name: "CacheMissRateHigh",
    events: cacheReads,
    shows: "bad",
    ratio: "codequal:cache_miss:ratio_rate30m",
    limit: { name: "missRatio", value: percent(50) },
    all: {
      counter: cacheReads.total,
      bad: "reads found nothing",
    },
    bad: {
      rate: "codequal:cache_misses:rate5m",
      minimum: { name: "misses", value: count(19.5, "misses in 30 minutes") },
      window: minutes(30),
    },
    for: hours(1),
    priority: "P3",
    summary: "Cache miss rate {{ $value | humanizePercentage }}",
    description:
      "For an hour more than half of the reads have found nothing in a cache, at least 20 in half an hour: analyses take longer and cost more.",
    action: "See which cache it is, and whether it was emptied.",
    runbook: "codequal/cache",
    dashboard: "codequal-performance",
  }),
  {
    name: "ComponentErrorRateHigh",
    expr: "codequal:errors:rate5m * 60 > {errors}",
    thresholds: { errors: count(10, "errors per minute") },
    for: minutes(10),
    priority: "P2",
    summary: "{{ $labels.service }}: {{ $value | humanize }} errors per minute",
    description:
      "For 10 minutes one component has counted more than 10 errors per minute; analyses may still succeed by another try.",
    action: "Group the errors by kind, and see whether analyses fail of them.",
    runbook: "codequal/component-errors#componenterrorratehigh",
    dashboard: "codequal-overview",
    proof: {
      fires: [
        {
          series: errors(10.5),
          before: "nothing",
          // Five samples are the first to fill the window of the rate.
          at: minutes(14),
          expect: [
            {
              labels: { service: "agents" },
              summary: "agents: 10.5 errors per minute",
            },
          ],
        },
      ],
      quiet: [{ series: errors(9.75), at: minutes(30) }],
      equivalent: {
        "codequal:errors:rate5m * 60 > → >=":
          "a value divided by 300 and multiplied by 60 is never exactly ten",
      },
    },
  },
];
