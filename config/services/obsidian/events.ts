import type { Example } from "../../../model/slo";
import type { Events } from "../../../patterns/events";
import type { Observations } from "../../../patterns/observations";

const scan: Example = {
  'security_scans_total{system="obsidian", scanner="trivy"}': 1,
};

/** Scans that ran. Failed ones are included, and counted again by a counter of their own. */
export const scans: Events = {
  total: 'security_scans_total{system="obsidian"}',
  bad: 'security_scan_failures_total{system="obsidian"}',
  examples: {
    good: scan,
    bad: {
      ...scan,
      'security_scan_failures_total{system="obsidian", scanner="trivy"}': 1,
    },
  },
};

const evaluation: Example = {
  'policy_evaluations_total{system="obsidian", policy="signed-images"}': 1,
};

/** Evaluations of policies, and those that found a violation. */
export const policies: Events = {
  total: 'policy_evaluations_total{system="obsidian"}',
  bad: 'policy_violations_total{system="obsidian"}',
  examples: {
    good: evaluation,
    bad: {
      ...evaluation,
      'policy_violations_total{system="obsidian", policy="signed-images"}': 1,
    },
  },
};

/** From an hour to thirty days; the objective for critical findings is a day. */
const buckets = [
  3_600, 14_400, 28_800, 43_200, 86_400, 172_800, 604_800, 2_592_000,
];

/** How long findings were open, observed when they are closed, by severity. */
export const remediations: Observations = {
  histogram: "security_finding_remediation_duration_seconds",
  matchers: 'system="obsidian"',
  by: ["severity"],
  labels: { severity: "critical" },
  buckets,
};

/** Those of critical findings only. */
export const criticalRemediations: Observations = {
  histogram: "security_finding_remediation_duration_seconds",
  matchers: 'system="obsidian", severity="critical"',
  buckets,
};
