import type { ServiceDeclaration } from "../../../model/service";
import { codeverifyTeam } from "../../teams/codeverify";
import { apiAlerts } from "./alerts/api";
import { infrastructureAlerts } from "./alerts/infrastructure";
import { logAlerts } from "./alerts/logs";
import { workerAlerts } from "./alerts/worker";
import { containerProbes } from "./container-probes";
import { dashboards } from "./dashboards";
import { metrics } from "./metrics";
import { priorities } from "./priorities";
import { logQueries, traceQueries } from "./queries";
import { recording } from "./recording-rules";
import { slos } from "./slos";
import { exporters, probes, targets } from "./targets";
import { traces } from "./traces";

/** CodeVerify: an API that takes repositories, and workers that analyse them. */
export const codeverify: ServiceDeclaration = {
  key: "codeverify",
  displayName: "CodeVerify",
  about:
    "CodeVerify takes repositories through an API, and its workers analyse them.",
  document: {
    version: "1.0.0",
    since: "2026-11-21",
    nextReview: "2027-02-21",
  },
  team: codeverifyTeam,
  priorities,
  metrics,
  targets,
  probes,
  publicHealth: {
    kind: "url",
    url: "https://codeverify.example.com/health/ready",
  },
  exporters,
  containerProbes,
  traces,
  recording,
  alerts: [...apiAlerts, ...workerAlerts, ...infrastructureAlerts],
  logAlerts,
  logQueries,
  traceQueries,
  slos,
  noData: {
    kind: "alert",
    alert: "CodeverifyMetricsAbsent",
    metrics: ["codeverify_http_requests_total"],
    otherAlerts: { "codeverify-worker": "WorkerDown" },
  },
  dashboards,
};
