import { days, hours } from "../../../model/duration";
import { open, values } from "../../../model/label-values";
import { counter, gauge, histogram } from "../../../model/metric";
import type { MetricContract, MetricFields } from "../../../model/metric";
import {
  ageBetween,
  always,
  between,
  bySet,
  never,
  observed,
  perDay,
  perHour,
  perMinute,
  scheduled,
} from "../../../model/typical/typical";
import { remediations } from "./events";

const scanners = open({ upTo: 10, examples: ["trivy", "semgrep"] });
const severities = values("critical", "high", "medium", "low", "info");
const policies = open({ upTo: 60, examples: ["signed-images", "no-root"] });

/** Hours within which half of the findings are fixed, 95 % and 99 %. */
const fixed = (p50: number, p95: number, p99: number) => ({
  p50: hours(p50).seconds,
  p95: hours(p95).seconds,
  p99: hours(p99).seconds,
});

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
  security_scan_failures_total: counter({
    ...pushed({
      help: "Scans that ended without a result, since the scanner was introduced",
      labels: { scanner: scanners },
    }),
    // Each scan pushes its scanner's count, also where none has failed.
    born: "at-start",
    typical: never,
  }),
  policy_evaluations_total: counter({
    help: "Evaluations of a policy, whatever they found",
    labels: { policy: policies },
    typical: perMinute(30),
  }),
  security_finding_remediation_duration_seconds: histogram({
    help: "Time from finding to fix, in seconds, observed when a finding is closed",
    labels: { severity: severities, scanner: scanners },
    buckets: remediations.buckets,
    retention: "long",
    typical: bySet({
      'severity="critical"': observed(perDay(0.1), fixed(5, 17, 22)),
      'severity="high"': observed(perDay(3), fixed(48, 216, 384)),
      'severity="medium"': observed(perDay(8), fixed(120, 432, 600)),
      'severity="low"': observed(perDay(6), fixed(192, 600, 672)),
    }),
  }),
  vulnerability_age_seconds: gauge({
    help: "Age of the oldest open vulnerability of a scanner and severity, in seconds",
    labels: { severity: severities, scanner: scanners },
    // No critical one is open.
    typical: bySet({
      'severity="high"': ageBetween(days(2), days(12)),
      'severity="medium"': ageBetween(days(6), days(24)),
      'severity="low"': ageBetween(days(20), days(60)),
    }),
  }),
  security_scans_total: counter({
    ...pushed({
      help: "Scans that ran, those that failed included, since the scanner was introduced",
      labels: { scanner: scanners },
    }),
    // Each of six repositories, by each scanner every three hours.
    typical: scheduled(perHour(4)),
  }),
  security_findings: gauge({
    help: "Findings that are open now; 0 where a scanner has none of a severity",
    labels: { scanner: scanners, severity: severities },
    retention: "long",
    typical: bySet({
      'severity="critical"': always(0),
      'severity="high"': between(2, 4, 7),
      'severity="medium"': between(18, 22, 27),
      'severity="low"': between(50, 54, 60),
      'severity="info"': between(110, 120, 130),
    }),
  }),
  policy_violations_total: counter({
    help: "Evaluations of a policy that found a violation",
    labels: { policy: policies },
    typical: perHour(5),
  }),
};
