import type { ServiceDeclaration } from "../../../model/service";
import { nebulaTeam } from "../../teams/nebula";
import { apiAlerts } from "./alerts/api";
import { cloudAlerts } from "./alerts/cloud";
import { dashboards } from "./dashboards";
import { incidents } from "./incidents";
import { metrics } from "./metrics";
import { logQueries } from "./queries";
import { recording } from "./recording-rules";
import { slos } from "./slos";
import { pods } from "./targets";

/**
 * nebula-cloud-platform: an API that deploys infrastructure, watches it, and forecasts its cost.
 */
export const nebula: ServiceDeclaration = {
  key: "nebula",
  displayName: "nebula-cloud-platform",
  about:
    "nebula-cloud-platform is an API that deploys infrastructure, watches it, and forecasts its cost.",
  document: {
    version: "1.0.0",
    since: "2026-11-21",
    nextReview: "2027-02-21",
  },
  team: nebulaTeam,
  metrics,
  ...pods,
  publicHealth: { kind: "url", url: "https://nebula.example.com/health" },
  recording,
  alerts: [...apiAlerts, ...cloudAlerts],
  logQueries,
  slos,
  incidents,
  noData: {
    kind: "alert",
    alert: "NebulaMetricsAbsent",
    metrics: ["api_requests_total"],
  },
  dashboards,
};
