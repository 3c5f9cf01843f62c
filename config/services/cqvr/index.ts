import type { ServiceDeclaration } from "../../../model/service";
import { farfanTeam } from "../../teams/farfan";
import { executionAlerts } from "./alerts/execution";
import { hostAlerts } from "./alerts/host";
import { logAlerts } from "./alerts/logs";
import { operationAlerts } from "./alerts/operation";
import { qualityAlerts } from "./alerts/quality";
import { collectionJobs } from "./collection-jobs";
import { dashboards } from "./dashboards";
import { recurringTasks } from "./recurring-tasks";
import { metrics } from "./metrics";
import { priorities } from "./priorities";
import { logQueries } from "./queries";
import { recording } from "./recording-rules";
import { slos } from "./slos";
import { probes, targets } from "./targets";

/** CQVR, of F.A.R.F.A.N: evaluates contracts, scores them and executes them. It has no traces. */
export const cqvr: ServiceDeclaration = {
  key: "cqvr",
  displayName: "CQVR",
  about:
    "CQVR, of F.A.R.F.A.N, evaluates contracts, scores them and executes them.",
  document: {
    version: "1.0.0",
    since: "2025-12-17",
    nextReview: "2026-01-17",
  },
  team: farfanTeam,
  priorities,
  namespace: "farfan",
  metrics,
  targets,
  probes,
  publicHealth: { kind: "url", url: "https://farfan.example.com/health" },
  collectionJobs,
  recording,
  alerts: [
    ...executionAlerts,
    ...qualityAlerts,
    ...operationAlerts,
    ...hostAlerts,
  ],
  logAlerts,
  logQueries,
  traces: {
    kind: "none",
    reason: "its documents ask for none, and nothing of it sends any",
  },
  slos,
  noData: {
    kind: "alert",
    alert: "CqvrMetricsAbsent",
    metrics: ["cqvr_average_score"],
  },
  dashboards,
  recurringTasks,
};
