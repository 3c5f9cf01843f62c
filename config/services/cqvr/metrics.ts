import { counter, gauge, histogram } from "../../../model/metric";
import type { MetricContract, MetricFields } from "../../../model/metric";
import { executionTime } from "./events";

/** Evaluated contracts at most. */
const contracts = 300;
const tiers = 3;
const ranges = 6;

/** Pushed by the collection run, which says itself whose they are. */
const collected = (fields: MetricFields): MetricFields => ({
  ...fields,
  source: "push",
});

/** Collected every five minutes from all contracts: how good they are. */
const quality: MetricContract = {
  cqvr_average_score: gauge(
    collected({
      requirement: "CQVR-M1",
      help: "Mean score of all contracts, 0 to 100 points",
      retention: "long",
    }),
  ),
  cqvr_contracts: gauge(
    collected({
      requirement: "CQVR-M2",
      help: "Contracts that were evaluated",
      retention: "long",
    }),
  ),
  cqvr_contracts_passed_80: gauge(
    collected({
      requirement: "CQVR-M3",
      help: "Contracts with a score of 80 points or more",
      retention: "long",
    }),
  ),
  cqvr_contracts_failed_40: gauge(
    collected({
      requirement: "CQVR-M4",
      help: "Contracts with a score below 40 points",
      retention: "long",
    }),
  ),
  cqvr_tier1_average: gauge(
    collected({
      requirement: "CQVR-M5",
      help: "Mean score of tier 1 (critical), 0 to 100 points",
      retention: "long",
    }),
  ),
  cqvr_tier2_average: gauge(
    collected({
      requirement: "CQVR-M6",
      help: "Mean score of tier 2 (functional), 0 to 100 points",
      retention: "long",
    }),
  ),
  cqvr_tier3_average: gauge(
    collected({
      requirement: "CQVR-M7",
      help: "Mean score of tier 3 (quality), 0 to 100 points",
      retention: "long",
    }),
  ),
  cqvr_contracts_by_score_range: gauge(
    collected({
      requirement: "CQVR-M15",
      help: "Contracts by range of their score (0-39, 40-59, 60-69, 70-79, 80-89, 90-100)",
      labels: { range: ranges },
      retention: "long",
    }),
  ),
  cqvr_contracts_by_tier_score_range: gauge(
    collected({
      requirement: "CQVR-M16",
      help: "Contracts by tier and range of the score within it",
      labels: { tier: tiers, range: ranges },
      retention: "long",
    }),
  ),
  cqvr_contract_score: gauge(
    collected({
      requirement: "CQVR-M17",
      help: "Score of a contract in a tier, 0 to 100 points",
      labels: { contract: contracts, tier: tiers },
      retention: "long",
    }),
  ),
  cqvr_collection_last_success_timestamp_seconds: gauge(
    collected({
      requirement: "CQVR-M21",
      help: "Unix time of the last collection run that succeeded",
    }),
  ),
  cqvr_collection_duration_seconds: gauge(
    collected({
      requirement: "CQVR-M22",
      help: "Time that the last collection run took",
    }),
  ),
};

/** Exposed by the running process: what contracts do when they are executed. */
const execution: MetricContract = {
  contract_executions_total: counter({
    requirement: "CQVR-M8",
    help: "Contracts executed, by result (success, failure)",
    labels: { contract: contracts, result: 2 },
  }),
  contract_execution_duration_seconds: histogram({
    requirement: "CQVR-M9",
    help: "Time of an execution",
    labels: { tier: tiers },
    buckets: executionTime.buckets,
  }),
  contract_execution_errors_total: counter({
    requirement: "CQVR-M10",
    help: "Errors of executions",
    labels: { contract: contracts, error_type: 8 },
  }),
  contract_validation_failures_total: counter({
    requirement: "CQVR-M11",
    help: "Contracts that broke a rule of validation",
    labels: { contract: contracts, rule: 20 },
  }),
};

/** Its host and its operation. */
const operation: MetricContract = {
  system_memory_usage_bytes: gauge({
    requirement: "CQVR-M12",
    help: "Memory in use on the host",
    retention: "short",
  }),
  system_cpu_usage_ratio: gauge({
    requirement: "CQVR-M13",
    help: "Share of the host's CPU in use, 0 to 1",
    retention: "short",
  }),
  system_disk_usage_ratio: gauge({
    requirement: "CQVR-M14",
    help: "Share of a file system in use, 0 to 1",
    labels: { mountpoint: 6 },
  }),
  cqvr_deployment_info: gauge({
    requirement: "CQVR-M18",
    help: "1 for the version and revision that run",
    labels: { version: 3, revision: 3 },
    retention: "long",
  }),
  cqvr_deployments_total: counter({
    requirement: "CQVR-M19",
    help: "Deployments, by result (success, failure, rollback)",
    labels: { result: 3 },
    retention: "long",
  }),
  cqvr_remediation_actions_total: counter({
    requirement: "CQVR-M20",
    help: "Remediations of contracts, by action",
    labels: { action: 10 },
    retention: "long",
  }),
  cqvr_backup_last_success_timestamp_seconds: gauge({
    requirement: "CQVR-M23",
    help: "Unix time at which a back-up last completed",
    labels: { backup: 4 },
  }),
  cqvr_incident_resolution_seconds: histogram({
    requirement: "CQVR-M24",
    help: "Time from the beginning of an incident to its end, by priority",
    labels: { priority: 4 },
    buckets: [900, 3600, 14400, 28800, 86400],
    retention: "long",
  }),
};

/** What CQVR exposes, and what its collection run pushes. */
export const metrics: MetricContract = {
  ...quality,
  ...execution,
  ...operation,
};
