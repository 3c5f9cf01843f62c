import type { ServiceDeclaration } from "../../../model/service";
import { codequalTeam } from "../../teams/codequal";
import { analysisAlerts } from "./alerts/analyses";
import { componentAlerts } from "./alerts/components";
import { costAlerts } from "./alerts/cost";
import { deepwikiAlerts } from "./alerts/deepwiki";
import { logAlerts } from "./alerts/logs";
import { predictedAlerts } from "./alerts/predicted";
import { systemAlerts } from "./alerts/system";
import { unusualAlerts } from "./alerts/unusual";
import { containerProbes } from "./container-probes";
import { dashboards } from "./dashboards";
import { incidents } from "./incidents";
import { metrics } from "./metrics";
import { priorities } from "./priorities";
import { logQueries, traceQueries } from "./queries";
import { recording } from "./recording-rules";
import { slos } from "./slos";
import { probes, targets } from "./targets";
import { traces } from "./traces";

/**
 * CodeQual reviews pull requests with several agents; DeepWiki provides the context of a
 * repository.
 */
export const codequal: ServiceDeclaration = {
  key: "codequal",
  displayName: "CodeQual",
  about:
    "CodeQual reviews pull requests with several agents; DeepWiki provides the context of a repository.",
  document: {
    version: "1.0.0",
    since: "2026-11-21",
    nextReview: "2027-02-21",
  },
  team: codequalTeam,
  priorities,
  metrics,
  targets,
  probes,
  publicHealth: {
    kind: "url",
    url: "https://codequal.example.com/api/monitoring/health",
  },
  containerProbes,
  traces,
  recording,
  alerts: [
    ...systemAlerts,
    ...analysisAlerts,
    ...deepwikiAlerts,
    ...componentAlerts,
    ...costAlerts,
    ...unusualAlerts,
    ...predictedAlerts,
  ],
  logAlerts,
  logQueries,
  traceQueries,
  slos,
  incidents,
  noData: {
    kind: "alert",
    alert: "CodequalMetricsAbsent",
    metrics: ["codequal_analysis_started_total"],
    otherAlerts: { "codequal-deepwiki": "DeepWikiDown" },
  },
  dashboards,
};
