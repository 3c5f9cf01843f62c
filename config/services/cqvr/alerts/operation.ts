import type { AlertDeclaration } from "../../../../model/alert";
import { minutes } from "../../../../model/duration";
import { hours } from "../../../../model/duration";
import { count } from "../../../../model/threshold";
import { countAbove } from "../../../../patterns/alerts/count-above";
import { metricsAbsent, systemDown } from "../../../../patterns/alerts/absence";
import { stale } from "../../../../patterns/alerts/stale";
import { ANY_SYSTEM } from "../../../policy/paths";

/** CQVR is down, not measured, or not maintained. */
export const operationAlerts: readonly AlertDeclaration[] = [
  systemDown({
    name: "SystemDown",
    key: "cqvr",
    for: minutes(2),
    priority: "P0",
    condition: "system-down",
    summary: "CQVR is down",
    description:
      "The probe of the health address has failed or has been missing for 2 minutes.",
    action: "Ask whether its pods run, then whether the address leads to them.",
    causes: ["contract-execution"],
    runbook: "cqvr/system-down",
  }),
  systemDown({
    name: "CqvrDashboardDown",
    key: "cqvr",
    probe: "dashboard",
    besides: "health",
    for: minutes(2),
    priority: "P0",
    condition: "dashboard-down",
    summary: "The dashboard of CQVR is down",
    description:
      "The probe of the page that users open has failed or has been missing for 2 minutes, while CQVR says that it is well.",
    action: "Open the page yourself, then follow its address to the pods.",
    runbook: "cqvr/dashboard-down",
  }),
  metricsAbsent({
    name: "CqvrMetricsAbsent",
    key: "cqvr",
    apps: ["farfan-cqvr-exporter"],
    metric: 'cqvr_average_score{system="cqvr"}',
    for: minutes(10),
    priority: "P1",
    path: ANY_SYSTEM.chatAndEmail,
    summary: "No CQVR metrics; none of the quality alerts can fire",
    description:
      "For 10 minutes the exporter has not been scraped, or it shows no score: what the contracts are worth is unknown.",
    action: "Distinguish: is the exporter down, or was nothing pushed?",
    runbook: "cqvr/metrics-absent",
  }),
  stale({
    key: "cqvr",
    name: "CqvrCollectionStale",
    timestamp: 'cqvr_collection_last_success_timestamp_seconds{system="cqvr"}',
    limit: { name: "age", value: minutes(15) },
    for: minutes(5),
    severity: "warning",
    priority: "P1",
    summary: "Quality metrics not refreshed for 15 minutes (three runs missed)",
    description:
      "For 5 minutes no collection has succeeded within the last 15 minutes: scores that are shown are old. It fires too where none has ever succeeded.",
    action: "Read what the last run of collect-metrics wrote.",
    runbook: "cqvr/collection-stale#cqvrcollectionstale",
  }),
  stale({
    key: "cqvr",
    name: "CqvrBackupMissing",
    timestamp: 'cqvr_backup_last_success_timestamp_seconds{system="cqvr"}',
    by: ["backup"],
    labels: { backup: "database" },
    limit: { name: "age", value: hours(26) },
    for: minutes(30),
    severity: "warning",
    priority: "P1",
    path: ANY_SYSTEM.chatAndEmail,
    summary: "Backup {{ $labels.backup }} has not completed for 26 hours",
    description:
      "For half an hour the last back-up that completed has been older than 26 hours. Where it reads `any`, none has ever completed.",
    action: "Run the back-up by hand and read why the last one failed.",
    runbook: "cqvr/backup-missing",
  }),
  countAbove({
    bornAtFirstEvent: { system: "cqvr" },
    name: "CqvrDeploymentFailed",
    counter:
      'cqvr_deployments_total{system="cqvr", result=~"failure|rollback"}',
    example: { 'cqvr_deployments_total{system="cqvr", result="rollback"}': 1 },
    notCounted: {
      'cqvr_deployments_total{system="cqvr", result="success"}': 1,
    },
    window: minutes(15),
    limit: {
      name: "deployments",
      value: count(0, "deployments in 15 minutes"),
    },
    for: minutes(0),
    severity: "warning",
    priority: "P1",
    summary: "A deployment failed or was rolled back",
    description:
      "Within the last 15 minutes a deployment ended with a failure or was taken back: see which version runs.",
    action: "Make sure that the former version runs.",
    causes: ["system-down"],
    runbook: "cqvr/deployment-runbook#rollback-procedures",
  }),
];
