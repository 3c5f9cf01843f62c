import { days, hours } from "../../../../model/duration";
import { open, values } from "../../../../model/label-values";
import { counter, gauge, histogram } from "../../../../model/metric";
import type { MetricContract } from "../../../../model/metric";
import {
  always,
  between,
  bySet,
  lastRun,
  never,
  observed,
  perDay,
} from "../../../../model/typical/typical";

/** Hours within which half of the incidents end, 95 % and 99 %. */
const resolved = (p50: number, p95: number, p99: number) => ({
  p50: hours(p50).seconds,
  p95: hours(p95).seconds,
  p99: hours(p99).seconds,
});

/** Its host and its operation. */
export const operationMetrics: MetricContract = {
  system_memory_usage_bytes: gauge({
    help: "Memory in use on the host",
    retention: "short",
    typical: between(2.8e9, 3.4e9, 4.6e9),
  }),
  system_cpu_usage_ratio: gauge({
    help: "Share of the host's CPU in use, 0 to 1",
    retention: "short",
    typical: between(0.12, 0.35, 0.7),
  }),
  system_disk_usage_ratio: gauge({
    help: "Share of a file system in use, 0 to 1",
    labels: { mountpoint: open({ upTo: 6, examples: ["/", "/opt/farfan"] }) },
    typical: bySet({
      'mountpoint="/"': between(0.41, 0.42, 0.43),
      'mountpoint="/opt/farfan"': between(0.57, 0.58, 0.6),
    }),
  }),
  cqvr_deployment_info: gauge({
    help: "1 for the version and revision that run",
    labels: {
      version: open({ upTo: 3, examples: ["2.4.1"] }),
      revision: open({ upTo: 3, examples: ["1a2b3c4"] }),
    },
    retention: "long",
    typical: always(1),
  }),
  cqvr_deployments_total: counter({
    help: "Deployments, by result (success, failure, rollback)",
    labels: { result: values("success", "failure", "rollback") },
    retention: "long",
    typical: bySet({
      'result="success"': perDay(2),
      'result="failure"': never,
      'result="rollback"': never,
    }),
  }),
  cqvr_remediation_actions_total: counter({
    help: "Remediations of contracts, by action",
    labels: { action: open({ upTo: 10, examples: ["rewrite", "retire"] }) },
    retention: "long",
    typical: bySet({
      'action="rewrite"': perDay(5),
      'action="retire"': perDay(0.3),
    }),
  }),
  cqvr_backup_last_success_timestamp_seconds: gauge({
    help: "Unix time at which a back-up last completed",
    labels: { backup: open({ upTo: 4, examples: ["database", "files"] }) },
    typical: lastRun(days(1)),
  }),
  cqvr_incident_resolution_seconds: histogram({
    help: "Time from the beginning of an incident to its end, by priority",
    labels: { priority: values("P0", "P1", "P2", "P3") },
    buckets: [900, 3600, 14400, 28800, 86400],
    retention: "long",
    typical: bySet({
      'priority="P1"': observed(perDay(0.1), resolved(1, 3, 5)),
      'priority="P2"': observed(perDay(0.3), resolved(2, 6, 10)),
      'priority="P3"': observed(perDay(0.5), resolved(5, 20, 24)),
    }),
  }),
};
