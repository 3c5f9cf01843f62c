import type { Priority } from "../../model/alert";
import type { Coverage } from "./contract/coverage";

/** What is looked at in a running environment, in the order of the report. */
export const CHECKS = {
  targets: "Targets",
  metrics: "Metrics",
  contracts: "Metric contracts",
  "chart-metrics": "Metrics of charts",
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
  /** Of a contract, in numbers. @default it is about something else */
  readonly coverage?: Coverage;
}

/** What was found of one thing. */
export type Finding = FindingFields &
  (
    | { readonly outcome: "passed"; readonly found: string }
    | {
        /** Worth knowing, and no fault. */
        readonly outcome: "noted";
        readonly found: string;
        /** What may be done about it. */
        readonly next: string;
      }
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

/** It is no fault, and worth knowing. */
export const noted = (
  subject: Subject,
  { found, next }: { readonly found: string; readonly next: string },
): Finding => ({ ...subject, outcome: "noted", found, next });

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

/** Whether it is worth knowing, and no fault. */
export const isNoted = (finding: Finding): finding is NotedFinding =>
  finding.outcome === "noted";

/** A finding that is worth knowing, and no fault. */
export type NotedFinding = Extract<Finding, { outcome: "noted" }>;

/** A finding of something that is not as expected. */
export type OpenFinding = Extract<Finding, { outcome: "open" }>;

/** Open findings, grouped by reason: one server that does not answer opens many. */
export function byReason(
  findings: readonly Finding[],
): readonly (readonly [OpenFinding, ...OpenFinding[]])[] {
  return sameReason(
    findings.flatMap((finding) => (finding.outcome === "open" ? finding : [])),
  );
}

/** Findings grouped by what was found and what to do. */
export function sameReason<
  T extends { readonly found: string; readonly next: string },
>(findings: readonly T[]): readonly (readonly [T, ...T[]])[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const finding of findings) {
    const key = `${finding.found}\n${finding.next}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()];
}
