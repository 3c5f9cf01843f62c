import type { ServiceDeclaration } from "../../../model/service";
import { titanTeam } from "../../teams/titan";
import { meshAlerts } from "./alerts/mesh";
import { serviceAlerts } from "./alerts/services";
import { dashboards } from "./dashboards";
import { metrics } from "./metrics";
import { logQueries, traceQueries } from "./queries";
import { recording } from "./recording-rules";
import { slos } from "./slos";
import { pods } from "./targets";

/**
 * titan-microservices-mesh: services that call each other and exchange events, each with SLOs of
 * its own.
 */
export const titan: ServiceDeclaration = {
  key: "titan",
  displayName: "titan-microservices-mesh",
  about:
    "titan-microservices-mesh is a mesh of services that call each other and exchange events, each with SLOs of its own.",
  document: {
    version: "1.0.0",
    since: "2026-11-21",
    nextReview: "2027-02-21",
  },
  team: titanTeam,
  metrics,
  ...pods,
  publicHealth: { kind: "url", url: "https://titan.example.com/health" },
  recording,
  alerts: [...serviceAlerts, ...meshAlerts],
  logQueries,
  traceQueries,
  slos,
  noData: {
    kind: "alert",
    alert: "TitanMetricsAbsent",
    metrics: ["service_requests_total"],
  },
  dashboards,
};
