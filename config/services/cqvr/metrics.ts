import { open, values } from "../../../model/label-values";
import { counter, gauge, histogram } from "../../../model/metric";
import type { MetricContract, MetricFields } from "../../../model/metric";
import { executionTime } from "./events";

/** Evaluated contracts at most. */
const contracts = open({ upTo: 300, examples: ["eligibility", "premium"] });
const tiers = values("1", "2", "3");
const ranges = values("0-39", "40-59", "60-69", "70-79", "80-89", "90-100");

/** Pushed by the collection run with its own target labels. */
const collected = (fields: MetricFields): MetricFields => ({
  ...fields,
  source: "push",
});

/** Collected every five minutes from all contracts: their quality. */
const quality: MetricContract = {
  cqvr_average_score: gauge(
    collected({
      help: "Mean score of all contracts, 0 to 100 points",
      retention: "long",
    }),
  ),
  cqvr_contracts: gauge(
    collected({
      help: "Contracts that were evaluated",
      retention: "long",
    }),
  ),
  cqvr_contracts_passed_80: gauge(
    collected({
      help: "Contracts with a score of 80 points or more",
      retention: "long",
    }),
  ),
  cqvr_contracts_failed_40: gauge(
    collected({
      help: "Contracts with a score below 40 points",
      retention: "long",
    }),
  ),
  cqvr_tier1_average: gauge(
    collected({
      help: "Mean score of tier 1 (critical), 0 to 100 points",
      retention: "long",
    }),
  ),
  cqvr_tier2_average: gauge(
    collected({
      help: "Mean score of tier 2 (functional), 0 to 100 points",
      retention: "long",
    }),
  ),
  cqvr_tier3_average: gauge(
    collected({
      help: "Mean score of tier 3 (quality), 0 to 100 points",
      retention: "long",
    }),
  ),
  cqvr_contracts_by_score_range: gauge(
    collected({
      help: "Contracts by range of their score (0-39, 40-59, 60-69, 70-79, 80-89, 90-100)",
      labels: { range: ranges },
      retention: "long",
    }),
  ),
  cqvr_contracts_by_tier_score_range: gauge(
    collected({
      help: "Contracts by tier and range of the score within it",
      labels: { tier: tiers, range: ranges },
      retention: "long",
    }),
  ),
  cqvr_contract_score: gauge(
    collected({
      help: "Score of a contract in a tier, 0 to 100 points",
      labels: { contract: contracts, tier: tiers },
      retention: "long",
    }),
  ),
  cqvr_collection_last_success_timestamp_seconds: gauge(
    collected({
      help: "Unix time of the last collection run that succeeded",
    }),
  ),
  cqvr_collection_duration_seconds: gauge(
    collected({
      help: "Time that the last collection run took",
    }),
  ),
};

/** Exposed by the running process: executions of contracts. */
const execution: MetricContract = {
  contract_executions_total: counter({
    help: "Contracts executed, by result (success, failure)",
    labels: { contract: contracts, result: values("success", "failure") },
  }),
  contract_execution_duration_seconds: histogram({
    help: "Time of an execution",
    labels: { tier: tiers },
    buckets: executionTime.buckets,
  }),
  contract_execution_errors_total: counter({
    help: "Errors of executions",
    labels: {
      contract: contracts,
      error_type: open({ upTo: 8, examples: ["crash", "timeout"] }),
    },
  }),
  contract_validation_failures_total: counter({
    help: "Contracts that broke a rule of validation",
    labels: {
      contract: contracts,
      rule: open({ upTo: 20, examples: ["schema", "signature"] }),
    },
  }),
};

/** Its host and its operation. */
const operation: MetricContract = {
  system_memory_usage_bytes: gauge({
    help: "Memory in use on the host",
    retention: "short",
  }),
  system_cpu_usage_ratio: gauge({
    help: "Share of the host's CPU in use, 0 to 1",
    retention: "short",
  }),
  system_disk_usage_ratio: gauge({
    help: "Share of a file system in use, 0 to 1",
    labels: { mountpoint: open({ upTo: 6, examples: ["/", "/opt/farfan"] }) },
  }),
  cqvr_deployment_info: gauge({
    help: "1 for the version and revision that run",
    labels: {
      version: open({ upTo: 3, examples: ["2.4.1"] }),
      revision: open({ upTo: 3, examples: ["1a2b3c4"] }),
    },
    retention: "long",
  }),
  cqvr_deployments_total: counter({
    help: "Deployments, by result (success, failure, rollback)",
    labels: { result: values("success", "failure", "rollback") },
    retention: "long",
  }),
  cqvr_remediation_actions_total: counter({
    help: "Remediations of contracts, by action",
    labels: { action: open({ upTo: 10, examples: ["rewrite", "retire"] }) },
    retention: "long",
  }),
  cqvr_backup_last_success_timestamp_seconds: gauge({
    help: "Unix time at which a back-up last completed",
    labels: { backup: open({ upTo: 4, examples: ["database", "files"] }) },
  }),
  cqvr_incident_resolution_seconds: histogram({
    help: "Time from the beginning of an incident to its end, by priority",
    labels: { priority: values("P0", "P1", "P2", "P3") },
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
