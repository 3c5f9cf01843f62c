import type {
  DashboardDeclaration,
  PanelThresholds,
} from "../../../../model/dashboard";
import { minutes, seconds } from "../../../../model/duration";
import { percent } from "../../../../model/ratio";
import { count } from "../../../../model/threshold";

/** Scores with the thresholds of the alerts on the mean. */
const score: PanelThresholds = {
  kind: "steps",
  base: "red",
  steps: [
    {
      colour: "yellow",
      alert: "AverageScoreCriticalDrop",
      threshold: "points",
    },
    { colour: "green", alert: "AverageScoreBelowTarget", threshold: "points" },
  ],
};

/** Quality and executions of the contracts. */
export const quality: DashboardDeclaration = {
  uid: "cqvr-quality",
  title: "CQVR quality and execution",
  description:
    "How good the contracts are, how their executions go, and what they run on",
  refresh: minutes(1),
  replaces: "dashboard",
  panels: [
    {
      id: "average-cqvr-score",
      number: 1,
      title: "Average CQVR score",
      visualisation: { kind: "stat" },
      unit: "short",
      thresholds: score,
      queries: [{ expr: 'max(cqvr_average_score{system="cqvr"})' }],
      description: "Mean score of all contracts, 0 to 100 points",
      noValue: "Nothing was collected",
      decimals: 1,
      width: 12,
    },
    {
      id: "total-contracts-evaluated",
      number: 2,
      title: "Total contracts evaluated",
      visualisation: { kind: "stat" },
      unit: "short",
      queries: [{ expr: 'max(cqvr_contracts{system="cqvr"})' }],
      description: "Contracts that the last collection run evaluated",
      noValue: "Nothing was collected",
    },
    {
      id: "contracts-by-score-range",
      number: 3,
      title: "Contracts by score range",
      visualisation: { kind: "bars", of: "range" },
      unit: "short",
      queries: [
        {
          expr: 'sum by (range) (cqvr_contracts_by_score_range{system="cqvr"})',
          legend: "contracts",
        },
      ],
      description: "Contracts whose score lies in each range",
      noValue: "Nothing was collected",
    },
    {
      id: "quality-trend-over-time",
      number: 4,
      title: "Quality trend over time",
      visualisation: { kind: "timeseries", axisFrom: "lowest" },
      unit: "short",
      thresholds: {
        kind: "steps",
        base: "red",
        steps: [
          {
            colour: "orange",
            alert: "AverageScoreCriticalDrop",
            threshold: "points",
          },
          {
            colour: "yellow",
            alert: "AverageScoreBelowTarget",
            threshold: "points",
          },
          {
            colour: "green",
            alert: "QualityScoreImprovement",
            threshold: "points",
          },
        ],
      },
      queries: [
        { expr: 'max(cqvr_average_score{system="cqvr"})', legend: "average" },
        { expr: "cqvr:average_score:avg1d", legend: "1-day mean" },
        {
          expr: "cqvr:contracts_passed:ratio",
          legend: "passed share",
          rightAxis: { unit: "percentunit" },
        },
      ],
      description:
        "Mean score now and over a day, and the share of contracts that pass",
      noValue: "Nothing was collected",
      width: 24,
    },
    {
      id: "tier-1-critical-average",
      number: 5,
      title: "Tier 1 (Critical) average",
      visualisation: { kind: "stat" },
      unit: "short",
      thresholds: score,
      queries: [{ expr: 'max(cqvr_tier1_average{system="cqvr"})' }],
      description: "Mean score of tier 1, 0 to 100 points",
      noValue: "Nothing was collected",
      decimals: 1,
    },
    {
      id: "tier-2-functional-average",
      number: 6,
      title: "Tier 2 (Functional) average",
      visualisation: { kind: "stat" },
      unit: "short",
      thresholds: score,
      queries: [{ expr: 'max(cqvr_tier2_average{system="cqvr"})' }],
      description: "Mean score of tier 2, 0 to 100 points",
      noValue: "Nothing was collected",
      decimals: 1,
    },
    {
      id: "tier-3-quality-average",
      number: 7,
      title: "Tier 3 (Quality) average",
      visualisation: { kind: "stat" },
      unit: "short",
      thresholds: score,
      queries: [{ expr: 'max(cqvr_tier3_average{system="cqvr"})' }],
      description: "Mean score of tier 3, 0 to 100 points",
      noValue: "Nothing was collected",
      decimals: 1,
    },
    {
      id: "score-distribution-by-tier",
      number: 8,
      title: "Score distribution by tier",
      visualisation: { kind: "bars", of: "tier", stackedBy: "range" },
      unit: "short",
      queries: [
        {
          expr: `sum by (tier, range) (
  label_replace(cqvr_contracts_by_tier_score_range{system="cqvr"}, "tier", "tier $1", "tier", "(.+)")
)`,
          legend: "{{range}}",
        },
      ],
      description: "Contracts by tier and range of their score",
      noValue: "Nothing was collected",
      width: 24,
    },
    {
      id: "success-rate-last-hour",
      number: 9,
      title: "Success rate (last hour)",
      visualisation: { kind: "gauge", min: 0, max: 1 },
      unit: "percentunit",
      thresholds: {
        kind: "steps",
        base: "red",
        steps: [
          {
            colour: "yellow",
            alert: "ContractExecutionFailureHigh",
            threshold: "successRatio",
          },
          { colour: "green", from: percent(99) },
        ],
      },
      queries: [{ expr: "cqvr:contract_execution_success:ratio_rate1h" }],
      description: "Share of the last hour's executions that succeeded",
      noValue: "No executions in the last hour",
      width: 6,
    },
    {
      id: "error-count-last-hour",
      number: 10,
      title: "Error count (last hour)",
      visualisation: { kind: "stat" },
      unit: "short",
      thresholds: {
        kind: "steps",
        base: "green",
        steps: [
          { colour: "yellow", from: count(0.5, "errors per hour") },
          { colour: "red", from: count(50.5, "errors per hour") },
        ],
      },
      queries: [{ expr: "cqvr:contract_execution_errors:increase1h" }],
      description: "Errors of executions in the last hour",
      noValue: "No errors yet",
      decimals: 0,
    },
    {
      id: "average-execution-time-with-p95",
      number: 11,
      title: "Average execution time (with P95)",
      unit: "s",
      queries: [
        {
          expr: "cqvr:contract_execution_duration_seconds:mean5m",
          legend: "mean",
        },
        {
          expr: "cqvr:contract_execution_duration_seconds:p95_15m",
          legend: "p95",
        },
      ],
      description:
        "Mean time of an execution over 5 minutes, and the time within which 95 % ended over 15 minutes",
      noValue: "No executions",
    },
    {
      id: "top-10-failing-contracts",
      number: 12,
      title: "Top 10 failing contracts",
      visualisation: { kind: "table" },
      unit: "short",
      queries: [
        {
          expr: 'topk(10, sum by (contract) (increase(contract_executions_total{system="cqvr", result="failure"}[$__range])) > 0)',
          legend: "{{contract}}",
        },
      ],
      description: "Contracts that failed most often in the time shown",
      noValue: "No contract failed",
      decimals: 0,
    },
    {
      id: "memory-usage",
      number: 13,
      title: "Memory usage",
      unit: "bytes",
      thresholds: {
        kind: "steps",
        base: "green",
        steps: [{ colour: "red", alert: "MemoryUsageHigh", threshold: "used" }],
      },
      queries: [
        {
          expr: 'max by (instance) (system_memory_usage_bytes{system="cqvr"})',
          legend: "{{instance}}",
        },
      ],
      description: "Memory in use on each host",
      noValue: "No host reports",
    },
    {
      id: "cpu-usage",
      number: 14,
      title: "CPU usage",
      unit: "percentunit",
      thresholds: {
        kind: "steps",
        base: "green",
        steps: [
          { colour: "red", alert: "CpuUsageHigh", threshold: "usedRatio" },
        ],
      },
      queries: [
        {
          expr: 'max by (instance) (system_cpu_usage_ratio{system="cqvr"})',
          legend: "{{instance}}",
        },
      ],
      description: "Share of the CPU in use on each host",
      noValue: "No host reports",
    },
    {
      id: "disk-usage",
      number: 15,
      title: "Disk usage",
      visualisation: { kind: "bargauge" },
      unit: "percentunit",
      thresholds: {
        kind: "steps",
        base: "green",
        steps: [
          { colour: "yellow", alert: "DiskUsageHigh", threshold: "usedRatio" },
          { colour: "red", alert: "DiskUsageCritical", threshold: "usedRatio" },
        ],
      },
      queries: [
        {
          expr: 'max by (instance, mountpoint) (system_disk_usage_ratio{system="cqvr"})',
          legend: "{{instance}} {{mountpoint}}",
        },
      ],
      description: "Share of each file system in use",
      noValue: "No host reports",
    },
    {
      id: "deployment-status",
      number: 16,
      title: "Deployment status",
      visualisation: { kind: "table" },
      unit: "short",
      queries: [
        {
          expr: 'max by (version, revision) (cqvr_deployment_info{system="cqvr"})',
          legend: "running {{version}} {{revision}}",
        },
        {
          expr: 'sum by (result) (increase(cqvr_deployments_total{system="cqvr"}[$__range]))',
          legend: "{{result}}",
        },
      ],
      description:
        "The version that runs, and how deployments ended in the time shown",
      noValue: "No deployment is known",
      decimals: 0,
    },
    {
      id: "metric-collection-age-run-time",
      number: 17,
      title: "Metric collection (age, run time)",
      visualisation: { kind: "stat" },
      unit: "s",
      thresholds: {
        kind: "steps",
        base: "green",
        steps: [
          { colour: "yellow", from: seconds(600) },
          { colour: "red", alert: "CqvrCollectionStale", threshold: "age" },
        ],
      },
      queries: [
        {
          expr: 'time() - max(cqvr_collection_last_success_timestamp_seconds{system="cqvr"})',
          legend: "age",
        },
        {
          expr: 'max(cqvr_collection_duration_seconds{system="cqvr"})',
          legend: "run time",
        },
      ],
      description:
        "Time since the last collection run that succeeded, and how long it took",
      noValue: "No run has succeeded",
      width: 12,
    },
  ],
};
