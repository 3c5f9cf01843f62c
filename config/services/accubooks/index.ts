import { seconds } from "../../../model/duration";
import type { ServiceDeclaration } from "../../../model/service";
import { accubooksTeam } from "../../teams/accubooks";
import { alerts } from "./alerts";
import { logAlerts } from "./alerts/logs";
import { dashboards } from "./dashboards";
import { incidents } from "./incidents";
import { metrics } from "./metrics";
import { priorities } from "./priorities";
import { logQueries, traceQueries } from "./queries";
import { recording } from "./recording-rules";
import { releaseGate } from "./release-gate";
import { slos } from "./slos";
import { exporters, probes, targets } from "./targets";

/**
 * AccuBooks: books, and forecasts of what they will say, for tenants of three tiers. Monitoring is
 * mandatory before it has users.
 */
export const accubooks: ServiceDeclaration = {
  key: "accubooks",
  displayName: "AccuBooks",
  about:
    "AccuBooks keeps books, and forecasts what they will say, for tenants of three tiers. Monitoring is mandatory before it has users.",
  document: {
    version: "1.0.0",
    since: "2026-11-21",
    nextReview: "2027-02-21",
    standing: {
      status: "ready for execution",
      authority: "Production Engineering Lead",
      nextPhase:
        "phase 3, controlled beta launch, after the monitoring was set up and verified",
    },
  },
  team: accubooksTeam,
  priorities,
  metrics,
  targets,
  probes,
  publicHealth: {
    kind: "url",
    url: "https://accubooks.example.com/api/health",
  },
  exporters,
  recording,
  alertInterval: seconds(30),
  alerts,
  logAlerts,
  logQueries,
  traceQueries,
  slos,
  incidents,
  noData: {
    kind: "alert",
    alert: "AccubooksMetricsAbsent",
    metrics: ["http_requests_total"],
  },
  dashboards,
  releaseGate,
};
