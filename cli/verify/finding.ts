import type { Priority } from "../../model/alert";

/** What is looked at in a running environment, in the order of the report. */
export const CHECKS = {
  targets: "Targets",
  metrics: "Metrics",
  rules: "Rule groups",
  alerts: "Alerts",
  "data-sources": "Data sources",
  dashboards: "Dashboards",
  refresh: "Refresh of dashboards",
  panels: "Panels",
  access: "Access",
  alertmanager: "Alertmanager",
  heartbeat: "Heartbeat",
  redundancy: "Redundant alerting",
  retention: "Retention",
  "test-alert": "Test alert",
} as const;

/** One of {@link CHECKS}. */
export type Check = keyof typeof CHECKS;

/** What a finding is about, by which an item of a checklist finds it. */
export interface About {
  readonly metric?: string;
  /** Identifier of a dashboard. */
  readonly dashboard?: string;
  readonly priority?: Priority;
}

interface FindingFields {
  readonly check: Check;
  /** Key of the system that it concerns. @default the platform, and so every system */
  readonly system?: string;
  /** What was looked at: `target shop`. */
  readonly subject: string;
  readonly about?: About;
}

/** What was found of one thing. */
export type Finding = FindingFields &
  (
    | { readonly outcome: "passed"; readonly found: string }
    | {
        /** Not as expected, or unknown: a check that could not run has not passed. */
        readonly outcome: "open";
        readonly found: string;
        readonly expected: string;
        /** What to do about it. */
        readonly next: string;
      }
  );

/** A subject with nothing known of it yet. */
export type Subject = FindingFields;

/** It is as expected. */
export const passed = (subject: Subject, found: string): Finding => ({
  ...subject,
  outcome: "passed",
  found,
});

/** It is not as expected, or unknown. */
export const open = (
  subject: Subject,
  reason: {
    readonly found: string;
    readonly expected: string;
    readonly next: string;
  },
): Finding => ({ ...subject, outcome: "open", ...reason });

/** Whether it is a fault. */
export const isOpen = ({ outcome }: Finding): boolean => outcome === "open";

/** A finding of something that is not as expected. */
export type OpenFinding = Extract<Finding, { outcome: "open" }>;

/** Open findings, grouped by reason: one server that does not answer opens many. */
export function byReason(
  findings: readonly Finding[],
): readonly (readonly [OpenFinding, ...OpenFinding[]])[] {
  const groups = new Map<string, [OpenFinding, ...OpenFinding[]]>();
  for (const finding of findings) {
    if (finding.outcome !== "open") continue;
    const key = `${finding.found}\n${finding.next}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()];
}
