import { days, hours, minutes } from "../../../model/duration";
import { percent } from "../../../model/ratio";
import type { SloDeclaration } from "../../../model/slo";
import { eventSlo, latencySlo } from "../../../patterns/slos";
import { criticalRemediations, policies, scans } from "./events";

const criticalFindings = (count: number) => ({
  'security_findings{system="obsidian", scanner="trivy", severity="critical"}':
    count,
});

/**
 * obsidian's SLOs: successful scans, no critical findings, quick fixes of those that occur, and
 * kept policies.
 */
export const slos: readonly SloDeclaration[] = [
  eventSlo({
    name: "security-scan-success",
    description: "A security scan ends with a result.",
    objective: percent(99),
    period: days(7),
    statedBudget: minutes(100.8),
    events: scans,
    bad: "obsidian:security_scan_failures:rate5m",
    total: "obsidian:security_scans:rate5m",
    volume: "low",
    page: "P1",
  }),
  latencySlo({
    name: "critical-remediation-24h",
    description: "A critical finding is mended within a day.",
    objective: percent(95),
    statedBudget: minutes(2160),
    observations: criticalRemediations,
    buckets: "obsidian:critical_remediations:rate5m",
    within: hours(24),
    volume: "low",
    page: "P1",
  }),
  {
    kind: "zero-tolerance",
    name: "zero-critical-findings",
    description: "No critical finding is open.",
    bad: "obsidian:critical_findings:current",
    groupBy: ["scanner"],
    page: "P0",
    unit: "critical findings",
    outOf: {
      query: "obsidian:security_findings:current",
      unit: "open findings",
    },
    action:
      "Open the findings in obsidian, see which system has them, and isolate or mend it.",
    examples: { good: criticalFindings(0), bad: criticalFindings(1) },
  },
  eventSlo({
    name: "policy-compliance",
    description: "What is evaluated against a policy keeps it.",
    objective: percent(99),
    statedBudget: minutes(432),
    events: policies,
    bad: "obsidian:policy_violations:rate5m",
    total: "obsidian:policy_evaluations:rate5m",
    volume: "low",
    page: "P2",
  }),
];
