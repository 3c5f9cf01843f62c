import type { DashboardDeclaration } from "../../../../model/dashboard";
import { minutes } from "../../../../model/duration";

/** Where analyses spend time and memory, and how to reduce it. */
export const performance: DashboardDeclaration = {
  uid: "codequal-performance",
  title: "CodeQual performance insights",
  description:
    "Where the time, memory and CPU of analyses go, and what could be done about it",
  refresh: minutes(5),
  panels: [
    {
      id: "slowest-agents-p95",
      number: 1,
      title: "Slowest agents (P95)",
      // The maximum is the limit of the alert on the duration of a whole analysis.
      visualisation: { kind: "bargauge", min: 0, max: minutes(5).seconds },
      unit: "s",
      queries: [
        {
          expr: "topk(10, codequal:agent_execution_duration_seconds:p95_1h)",
          legend: "{{agent}}",
        },
      ],
      description:
        "The ten slowest agents: time within which 95 % of their runs ended in the last hour; a bar is full at the 5 minutes that a whole analysis may take",
      noValue: "No agent ran in the last hour",
    },
    {
      id: "bottlenecks-share-of-agent-time",
      number: 2,
      title: "Bottlenecks (share of agent time)",
      visualisation: { kind: "piechart" },
      unit: "percentunit",
      decimals: 1,
      queries: [
        { expr: "codequal:agent_time_share:ratio_1h", legend: "{{agent}}" },
      ],
      description: "Share of all agents' time in the last hour, by agent",
      noValue: "No agent ran in the last hour",
    },
    {
      id: "cache-miss-rate",
      number: 3,
      title: "Cache miss rate",
      unit: "percentunit",
      thresholds: {
        kind: "steps",
        base: "green",
        steps: [
          {
            colour: "yellow",
            alert: "CacheMissRateHigh",
            threshold: "missRatio",
          },
        ],
      },
      queries: [
        { expr: "codequal:cache_miss:ratio_rate30m", legend: "misses" },
      ],
      description:
        "Share of reads that no cache could answer, all caches together, over 30 minutes",
      noValue: "No reads",
    },
    {
      id: "vector-db-latency-p95",
      number: 4,
      title: "Vector DB latency (P95)",
      unit: "s",
      thresholds: {
        kind: "steps",
        base: "green",
        steps: [{ colour: "yellow", alert: "VectorDbSlow", threshold: "p95" }],
      },
      queries: [
        {
          expr: "codequal:vectordb_query_duration_seconds:p95_5m",
          legend: "p95",
        },
      ],
      description:
        "Time within which 95 % of queries to the vector database were answered, over 5 minutes",
      noValue: "No queries",
    },
    {
      id: "memory-per-analysis-p95",
      number: 5,
      title: "Memory per analysis (P95)",
      unit: "bytes",
      queries: [
        {
          expr: "histogram_quantile(0.95, sum by (le, mode) (rate(codequal_analysis_memory_bytes_bucket[1h])))",
          legend: "{{mode}}",
        },
      ],
      description:
        "Memory that was enough for 95 % of analyses, by mode, over an hour",
      noValue: "No analyses in an hour",
    },
    {
      id: "cpu-seconds-per-analysis-p95",
      number: 6,
      title: "CPU seconds per analysis (P95)",
      unit: "s",
      queries: [
        {
          expr: "histogram_quantile(0.95, sum by (le, mode) (rate(codequal_analysis_cpu_seconds_bucket[1h])))",
          legend: "{{mode}}",
        },
      ],
      description:
        "CPU time that was enough for 95 % of analyses, by mode, over an hour",
      noValue: "No analyses in an hour",
    },
    {
      id: "recommendations",
      number: 7,
      title: "Recommendations",
      visualisation: {
        kind: "text",
        advice: [
          {
            text: "While the cache misses more than every second read: keep DeepWiki's results of repositories with fewer than five commits a week, which are the same next time.",
            alert: "CacheMissRateHigh",
          },
          {
            text: "While one agent takes nearly half of all agents' time: run its parts in parallel, or start it first.",
            alert: "AgentDominatesAnalysisTime",
          },
          {
            text: "While queries to the vector database are slow: add an index on repository_url.",
            alert: "VectorDbSlow",
          },
        ],
      },
      unit: "none",
      queries: [],
      description: "What to do about each bottleneck, while its alert fires",
    },
    {
      id: "memory-and-cpu-by-service",
      number: 8,
      title: "Memory and CPU by service",
      unit: "bytes",
      queries: [
        {
          expr: "sum by (service) (codequal_memory_usage_bytes)",
          legend: "{{service}} memory",
        },
        {
          expr: "max by (service) (codequal_cpu_usage_ratio)",
          legend: "{{service}} CPU",
          rightAxis: { unit: "percentunit" },
        },
      ],
      description:
        "Memory that each service uses in all its pods, and the CPU of its busiest pod",
      noValue: "No service reports",
    },
  ],
};
