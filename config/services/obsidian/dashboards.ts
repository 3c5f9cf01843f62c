import type { DashboardDeclaration } from "../../../model/dashboard";
import { minutes } from "../../../model/duration";
import { findingPanels } from "./dashboards/findings";
import { remediationPanels } from "./dashboards/remediation";
import { scanPanels } from "./dashboards/scans";

/** Open findings and their age, scans and policies. */
export const dashboards: readonly DashboardDeclaration[] = [
  {
    uid: "obsidian",
    title: "obsidian-devsecops-platform",
    description:
      "Findings that are open, how long they are, and whether scans and policies do their part",
    refresh: minutes(1),
    panels: [...findingPanels, ...scanPanels, ...remediationPanels],
  },
];
