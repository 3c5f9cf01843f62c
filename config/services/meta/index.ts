import type { ServiceDeclaration } from "../../../model/service";
import { metaTeam } from "../../teams/meta";
import { complianceAlerts } from "./alerts/compliance";
import { logAlerts } from "./alerts/logs";
import { dashboards } from "./dashboards";
import { logQueries, traceQueries } from "./queries";
import { recording } from "./recording-rules";

/**
 * The six meta-repositories together. It has no workloads and no metrics. It is declared separately
 * because its alerts on common SLO compliance notify other people than the platform's, and because
 * others than engineers read its pages. The rules about SLOs of every system are the platform's.
 */
export const meta: ServiceDeclaration = {
  key: "meta",
  displayName: "Meta-repositories",
  about:
    "The six meta-repositories nebula, sentinel, chronos, titan, obsidian and aurora together: whether they meet their SLOs. It has no workloads of its own.",
  document: {
    version: "1.0.0",
    since: "2026-11-21",
    nextReview: "2027-02-21",
  },
  team: metaTeam,
  reads: "every-system",
  namespace: "monitoring",
  publicHealth: {
    kind: "none",
    reason: "nothing runs in its name; each of the six has its own",
  },
  // Log lines of its namespace are the platform's.
  logs: { sources: [] },
  traces: { kind: "none", reason: "nothing runs in its name" },
  recording,
  alerts: complianceAlerts,
  logAlerts,
  logQueries,
  traceQueries,
  noData: {
    kind: "none",
    reason: "each of the six says so of itself",
  },
  dashboards,
};
