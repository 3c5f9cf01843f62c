import type { ServiceDeclaration } from "../../../model/service";
import { sentinelTeam } from "../../teams/sentinel";
import { inferenceAlerts } from "./alerts/inference";
import { modelAlerts } from "./alerts/models";
import { dashboards } from "./dashboards";
import { metrics } from "./metrics";
import { logQueries, traceQueries } from "./queries";
import { recording } from "./recording-rules";
import { slos } from "./slos";
import { pods } from "./targets";
import { traces } from "./traces";

/** sentinel-ai-engine: training, drift detection and inference of models. */
export const sentinel: ServiceDeclaration = {
  key: "sentinel",
  displayName: "sentinel-ai-engine",
  about:
    "sentinel-ai-engine trains models, watches them for drift, and answers with their predictions.",
  document: {
    version: "1.0.0",
    since: "2026-11-21",
    nextReview: "2027-02-21",
  },
  team: sentinelTeam,
  metrics,
  ...pods,
  publicHealth: { kind: "url", url: "https://sentinel.example.com/health" },
  traces,
  recording,
  alerts: [...inferenceAlerts, ...modelAlerts],
  logQueries,
  traceQueries,
  slos,
  noData: {
    kind: "alert",
    alert: "SentinelMetricsAbsent",
    metrics: ["model_inference_requests_total"],
  },
  dashboards,
};
