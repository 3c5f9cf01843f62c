import type { ServiceDeclaration } from "../../../model/service";
import { obsidianTeam } from "../../teams/obsidian";
import { findingAlerts } from "./alerts/findings";
import { scanAlerts } from "./alerts/scans";
import { dashboards } from "./dashboards";
import { metrics } from "./metrics";
import { logQueries } from "./queries";
import { recording } from "./recording-rules";
import { slos } from "./slos";
import { pods } from "./targets";

/**
 * obsidian-devsecops-platform: scanners that look for weaknesses, a store of what they find, and
 * policies.
 */
export const obsidian: ServiceDeclaration = {
  key: "obsidian",
  displayName: "obsidian-devsecops-platform",
  about:
    "obsidian-devsecops-platform scans for weaknesses, keeps what it finds until it is remedied, and judges policies.",
  document: {
    version: "1.0.0",
    since: "2026-11-21",
    nextReview: "2027-02-21",
  },
  team: obsidianTeam,
  metrics,
  ...pods,
  publicHealth: { kind: "url", url: "https://obsidian.example.com/health" },
  recording,
  alerts: [...findingAlerts, ...scanAlerts],
  logQueries,
  slos,
  noData: {
    kind: "alert",
    alert: "ObsidianMetricsAbsent",
    metrics: ["security_findings"],
  },
  dashboards,
};
