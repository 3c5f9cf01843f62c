import type { ServiceDeclaration } from "../../../model/service";
import { metaTeam } from "../../teams/meta";
import { complianceAlerts } from "./alerts/compliance";
import { logAlerts } from "./alerts/logs";
import { dashboards } from "./dashboards";
import { logQueries, traceQueries } from "./queries";
import { recording } from "./recording-rules";

/**
 * What the six meta-repositories are together. It runs nothing and exposes nothing: it has a
 * declaration of its own because somebody else than the platform is told that too many of their
 * promises are broken, and others than engineers read its pages. What holds for the promises of
 * every system is the platform's.
 */
export const meta: ServiceDeclaration = {
  key: "meta",
  displayName: "Meta-repositories",
  about:
    "The six meta-repositories nebula, sentinel, chronos, titan, obsidian and aurora together: whether they keep their promises. Nothing runs in its name.",
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
  // Lines of its namespace are the platform's.
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
