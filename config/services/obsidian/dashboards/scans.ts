import type { PanelDeclaration } from "../../../../model/dashboard";
import { percent } from "../../../../model/ratio";
import { numbers, redBelow } from "../../../../patterns/panels";

const failed =
  'sum by (scanner) (increase(security_scan_failures_total{system="obsidian"}[$__range]))';
const all =
  'sum by (scanner) (increase(security_scans_total{system="obsidian"}[$__range]))';

/** Runs and failures of scans, and policy violations. */
export const scanPanels: readonly PanelDeclaration[] = [
  numbers({
    id: "scan-success-7-d",
    number: 4,
    title: "Scan success (7 d)",
    unit: "percentunit",
    thresholds: {
      kind: "steps",
      base: "red",
      // The objective of the SLO of scans.
      steps: [{ colour: "green", from: percent(99) }],
    },
    shows: { success: "obsidian:security_scan_success:ratio_rate7d" },
    description: "Share of the last 7 days' scans that ended with a result",
    noValue: "No scans in 7 days",
    width: 12,
  }),
  {
    id: "policy-compliance-30-d",
    number: 5,
    title: "Policy compliance (30 d)",
    visualisation: { kind: "gauge", min: 0, max: 1 },
    unit: "percentunit",
    thresholds: redBelow({
      alert: "ObsidianPolicyComplianceLow",
      threshold: "compliance",
    }),
    queries: [
      {
        expr: "obsidian:policy_compliance:ratio_rate30d",
        legend: "compliance",
      },
    ],
    description:
      "Share of the last 30 days' evaluations that found no violation",
    noValue: "No evaluations in 30 days",
  },
  {
    id: "violations-by-policy",
    number: 6,
    title: "Violations by policy",
    visualisation: { kind: "bars", of: "policy" },
    unit: "short",
    queries: [
      {
        expr: 'sum by (policy) (increase(policy_violations_total{system="obsidian"}[$__range]))',
        legend: "violations",
      },
    ],
    description: "Violations of each policy in the time shown",
    noValue: "No violations",
  },
  {
    id: "scans-and-failures-by-scanner",
    number: 9,
    title: "Scans and failures by scanner",
    visualisation: { kind: "bars", of: "scanner", stackedBy: "outcome" },
    unit: "short",
    queries: [
      {
        expr: `label_replace(${all} - (${failed} or 0 * ${all}), "outcome", "succeeded", "", "")
  or label_replace(${failed}, "outcome", "failed", "", "")`,
      },
    ],
    description:
      "Scans of each scanner in the time shown: those that failed and the others, all scans together",
    noValue: "No scans in this time",
  },
];
