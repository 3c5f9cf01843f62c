import type {
  MetricQuery,
  PanelDeclaration,
} from "../../../../model/dashboard";
import { days } from "../../../../model/duration";
import { redAbove } from "../../../../patterns/panels";

/** Critical findings have a threshold; the others are shown without one. */
const bySeverity = (
  record: string,
  limit: Parameters<typeof redAbove>[0],
): readonly MetricQuery[] => [
  {
    expr: `${record}{severity="critical"}`,
    legend: "{{severity}}",
    thresholds: redAbove(limit),
  },
  { expr: `${record}{severity!="critical"}`, legend: "{{severity}}" },
];

/** Age of findings: of closed and of open ones. */
export const remediationPanels: readonly PanelDeclaration[] = [
  {
    id: "remediation-time-p95-30-d",
    number: 7,
    title: "Remediation time P95 (30 d)",
    visualisation: { kind: "stat" },
    unit: "s",
    queries: bySeverity("obsidian:finding_remediation_seconds:p95_30d", {
      alert: "ObsidianRemediationSlow",
      threshold: "p95",
    }),
    description:
      "Time within which 95 % of the findings that were closed in 30 days had been mended; red where critical ones took too long",
    noValue: "Nothing was closed in 30 days",
    width: 12,
  },
  {
    id: "oldest-open-vulnerability",
    number: 8,
    title: "Oldest open vulnerability",
    // Full at the age at which an alert fires on findings that are not critical.
    visualisation: { kind: "bargauge", min: 0, max: days(30).seconds },
    unit: "s",
    queries: bySeverity("obsidian:vulnerability_age_seconds:max", {
      alert: "ObsidianCriticalFindingOverdue",
      threshold: "age",
    }),
    description:
      "How long the oldest open vulnerability of each severity has been known; red where a critical one is too old, and a bar is full at 30 days",
    noValue: "Nothing is open",
  },
];
