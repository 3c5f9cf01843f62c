import type { ServiceDeclaration } from "../../../model/service";
import { chronosTeam } from "../../teams/chronos";
import { dataAlerts } from "./alerts/data";
import { pipelineAlerts } from "./alerts/pipelines";
import { dashboards } from "./dashboards";
import { incidents } from "./incidents";
import { metrics } from "./metrics";
import { logQueries } from "./queries";
import { recording } from "./recording-rules";
import { slos } from "./slos";
import { probes, targets } from "./targets";

/**
 * chronos-data-platform: pipelines that Airflow runs, the data that they leave, and what dbt makes
 * of them.
 */
export const chronos: ServiceDeclaration = {
  key: "chronos",
  displayName: "chronos-data-platform",
  about:
    "chronos-data-platform runs pipelines with Airflow, and keeps the data that they leave fresh and sound; dbt makes tables of them.",
  document: {
    version: "1.0.0",
    since: "2026-11-21",
    nextReview: "2027-02-21",
  },
  team: chronosTeam,
  metrics,
  targets,
  probes,
  publicHealth: { kind: "url", url: "https://chronos.example.com/health" },
  recording,
  alerts: [...pipelineAlerts, ...dataAlerts],
  logQueries,
  slos,
  incidents,
  noData: {
    kind: "alert",
    alert: "ChronosMetricsAbsent",
    metrics: ["pipeline_runs_total"],
  },
  dashboards,
};
