import type { AlertDeclaration } from "../../../../model/alert";
import type { InputSeries } from "../../../../model/alert-proof";
import { days, hours, minutes } from "../../../../model/duration";
import { shortQuery } from "../../../../model/short-query";
import { count } from "../../../../model/threshold";
import { gaugeLimit } from "../../../../patterns/alerts/gauge-limit";
import { percentileLimit } from "../../../../patterns/alerts/percentile-limit";
import { criticalRemediations, remediations } from "../events";
import { ANY_SYSTEM } from "../../../policy/paths";

/** Intervals for proofs over weeks. */
const HALF_HOURS = { interval: minutes(30), evaluation: minutes(30) };

/**
 * Open findings of two scanners over seven days and seven hours: high ones for seven hours, and
 * since then.
 */
const risen = (before: number, since: number): InputSeries => ({
  'security_findings{system="obsidian", scanner="trivy", severity="high"}': `${String(before)}x14 ${String(since)}x336`,
  'security_findings{system="obsidian", scanner="semgrep", severity="low"}':
    "20x351",
});

const ages = (seconds: number): InputSeries => ({
  'vulnerability_age_seconds{system="obsidian", scanner="trivy", severity="high"}': `${String(seconds)}x5`,
  'vulnerability_age_seconds{system="obsidian", scanner="trivy", severity="medium"}': `${String(seconds)}x5`,
  'vulnerability_age_seconds{system="obsidian", scanner="trivy", severity="low"}':
    "9e6x5",
  'vulnerability_age_seconds{system="obsidian", scanner="trivy", severity="critical"}':
    "9e6x5",
});

const CRITICAL_P95 =
  'obsidian:finding_remediation_seconds:p95_30d{severity="critical"}';

const slow: AlertDeclaration = percentileLimit({
  name: "ObsidianRemediationSlow",
  percentile: CRITICAL_P95,
  quantile: 0.95,
  observations: { ...criticalRemediations, by: remediations.by ?? [] },
  limit: { name: "p95", value: hours(24) },
  slow: {
    evenOne:
      "a critical finding that stays open for a day is a case of its own",
  },
  for: hours(1),
  priority: "P2",
  summary:
    "P95 remediation time of critical findings is {{ $value | humanizeDuration }}",
  description:
    "For an hour one critical finding in twenty of the last 30 days has taken longer than 24 hours from its discovery to its end.",
  action: "See which findings took longest, and where they waited.",
  runbook: "obsidian/remediation#obsidianremediationslow",
});

const remediationSlow: AlertDeclaration = {
  ...slow,
  proof: {
    ...slow.proof,
    equivalent: {
      [`${shortQuery(CRITICAL_P95)} > → >=`]:
        "increase() makes fractions of whole numbers, so a percentile stands exactly at a bound for single minutes at most, never for an hour",
    },
  },
};

/** Number, age and growth of open findings. */
export const findingAlerts: readonly AlertDeclaration[] = [
  gaugeLimit({
    name: "ObsidianCriticalFindings",
    recorded: "obsidian:critical_findings:current",
    gauge: 'security_findings{system="obsidian", severity="critical"}',
    aggregation: "sum",
    by: ["scanner"],
    labels: { scanner: "trivy" },
    // Findings are whole, so this is "above 0", and the page turns red at the same value.
    limit: {
      name: "findings",
      value: count(1, "critical findings"),
      comparison: ">=",
    },
    for: minutes(5),
    priority: "P0",
    condition: "critical-findings",
    summary: "{{ $value }} open critical findings from {{ $labels.scanner }}",
    description:
      "For 5 minutes {{ $labels.scanner }} has had critical findings that nobody has closed: each may be exploited until it is.",
    action:
      "Find out what is affected and whether it can be reached from outside.",
    // Any finding is one too many: what breaks the SLO is named, and pages once a scanner.
    causes: ["slo-zero-critical-findings"],
    runbook: "obsidian/critical-findings#obsidiancriticalfindings",
  }),
  {
    name: "ObsidianFindingsTrendingUp",
    expr: "obsidian:security_findings:trend_ratio_7d > {trend}",
    thresholds: { trend: count(1.2, "times as many as the week before") },
    for: hours(6),
    priority: "P2",
    summary: "Findings rose by more than 20 % against the week before",
    description:
      "On average {{ $value | humanize }} times as many findings were open in the last 7 days as in the 7 days before.",
    action: "Find the scanner and severity that grew, and since when.",
    runbook: "obsidian/findings-trend",
    proof: {
      fires: [
        {
          series: risen(80, 102),
          ...HALF_HOURS,
          before: "nothing",
          // A week after the first finding there is a mean to compare with.
          at: hours(7 * 24 + 6),
          expect: [
            {
              description:
                "On average 1.219 times as many findings were open in the last 7 days as in the 7 days before.",
            },
          ],
          // All high ones are fixed: the mean of the week falls slowly, while more of the rise
          // moves into the week before.
          resolves: { series: risen(0, 0), after: minutes(90) },
        },
      ],
      quiet: [{ series: risen(80, 99), ...HALF_HOURS, at: hours(7 * 24 + 7) }],
    },
  },
  gaugeLimit({
    name: "ObsidianCriticalFindingOverdue",
    recorded: 'obsidian:vulnerability_age_seconds:max{severity="critical"}',
    gauge: 'vulnerability_age_seconds{system="obsidian", severity="critical"}',
    aggregation: "max",
    by: ["severity"],
    limit: { name: "age", value: hours(24), comparison: ">" },
    for: minutes(15),
    priority: "P1",
    summary:
      "A critical finding has been open for {{ $value | humanizeDuration }} (limit 24 h)",
    description:
      "For 15 minutes the oldest open critical finding has been older than the 24 hours in which it must be closed.",
    action:
      "Ask the owner what holds it up, and close the way to it meanwhile.",
    runbook: "obsidian/critical-findings#obsidiancriticalfindingoverdue",
  }),
  remediationSlow,
  {
    name: "ObsidianVulnerabilityOld",
    // An alert has a severity of its own, which would merge two findings.
    expr: 'label_replace(obsidian:vulnerability_age_seconds:max{severity=~"high|medium"} > {age}, "finding_severity", "$1", "severity", "(.+)")',
    thresholds: { age: days(30) },
    for: hours(6),
    severity: "warning",
    priority: "P3",
    path: ANY_SYSTEM.chatAndEmailNextDay,
    summary:
      "Oldest {{ $labels.finding_severity }} vulnerability is {{ $value | humanizeDuration }} old",
    description:
      "For 6 hours at least one open finding of this severity has been older than 30 days.",
    action: "Mend it, or record why it may stay and until when.",
    runbook: "obsidian/remediation#obsidianvulnerabilityold",
    proof: {
      fires: [
        {
          series: ages(2_592_001),
          at: hours(6),
          expect: ["high", "medium"].map((severity) => ({
            labels: { finding_severity: severity },
            summary: `Oldest ${severity} vulnerability is 30d 0h 0m 1s old`,
          })),
          resolves: { after: minutes(1) },
        },
      ],
      quiet: [{ series: ages(2_592_000), at: hours(7) }],
    },
  },
];
