import { open, values } from "../../../model/label-values";
import { counter, gauge, histogram } from "../../../model/metric";
import type { MetricContract, MetricFields } from "../../../model/metric";
import { remediations } from "./events";

const scanners = open({ upTo: 10, examples: ["trivy", "semgrep"] });
const severities = values("critical", "high", "medium", "low", "info");
const policies = open({ upTo: 60, examples: ["signed-images", "no-root"] });

/** Pushed by the run of a scanner with its own target labels. */
const pushed = ({ labels, ...fields }: MetricFields): MetricFields => ({
  ...fields,
  labels: { system: values("obsidian"), ...labels },
  source: "push",
});

/**
 * Metrics of obsidian's platform at `/metrics`, and those that scanner runs push.
 *
 * A run ends before a scrape, and the Pushgateway keeps only the last push and does not add up. So
 * a run reads the totals of its scanner's group there, adds itself, and pushes both counters,
 * including a failure count of zero.
 */
export const metrics: MetricContract = {
  security_scan_failures_total: counter(
    pushed({
      help: "Scans that ended without a result, since the scanner was introduced",
      labels: { scanner: scanners },
    }),
  ),
  policy_evaluations_total: counter({
    help: "Evaluations of a policy, whatever they found",
    labels: { policy: policies },
  }),
  security_finding_remediation_duration_seconds: histogram({
    help: "Time from finding to fix, in seconds, observed when a finding is closed",
    labels: { severity: severities, scanner: scanners },
    buckets: remediations.buckets,
    retention: "long",
  }),
  vulnerability_age_seconds: gauge({
    help: "Age of the oldest open vulnerability of a scanner and severity, in seconds",
    labels: { severity: severities, scanner: scanners },
  }),
  security_scans_total: counter(
    pushed({
      help: "Scans that ran, those that failed included, since the scanner was introduced",
      labels: { scanner: scanners },
    }),
  ),
  security_findings: gauge({
    help: "Findings that are open now; 0 where a scanner has none of a severity",
    labels: { scanner: scanners, severity: severities },
    retention: "long",
  }),
  policy_violations_total: counter({
    help: "Evaluations of a policy that found a violation",
    labels: { policy: policies },
  }),
};
