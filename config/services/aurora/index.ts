import type { ServiceDeclaration } from "../../../model/service";
import { auroraTeam } from "../../teams/aurora";
import { apiAlerts } from "./alerts/api";
import { partAlerts } from "./alerts/parts";
import { userAlerts } from "./alerts/users";
import { dashboards } from "./dashboards";
import { metrics } from "./metrics";
import { logQueries } from "./queries";
import { recording } from "./recording-rules";
import { slos } from "./slos";
import { pods } from "./targets";

/**
 * aurora-fullstack-saas: a web application with an API, WebSockets, a database and caches, and
 * people who register.
 */
export const aurora: ServiceDeclaration = {
  key: "aurora",
  displayName: "aurora-fullstack-saas",
  about:
    "aurora-fullstack-saas is a web application with an API, WebSockets, a database and caches, and people who register.",
  document: {
    version: "1.0.0",
    since: "2026-11-21",
    nextReview: "2027-02-21",
  },
  team: auroraTeam,
  metrics,
  ...pods,
  publicHealth: { kind: "url", url: "https://aurora.example.com/health" },
  recording,
  alerts: [...apiAlerts, ...partAlerts, ...userAlerts],
  logQueries,
  slos,
  noData: {
    kind: "alert",
    alert: "AuroraMetricsAbsent",
    metrics: ["api_requests_total"],
  },
  dashboards,
};
