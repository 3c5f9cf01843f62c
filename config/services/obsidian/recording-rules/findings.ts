import { days, hours, minutes } from "../../../../model/duration";
import type { RecordingRule } from "../../../../model/recording-rule";

const findings = (scanner: string, severity: string): string =>
  `security_findings{system="obsidian", scanner="${scanner}", severity="${severity}"}`;
const age = (scanner: string, severity: string): string =>
  `vulnerability_age_seconds{system="obsidian", scanner="${scanner}", severity="${severity}"}`;

/** Findings of others must not count. */
const others = {
  'security_findings{system="other", scanner="trivy", severity="critical"}':
    "70x5",
  'security_findings{system="other", scanner="trivy", severity="high"}': "70x5",
  'vulnerability_age_seconds{system="other", scanner="trivy", severity="high"}':
    "9e9x5",
};

/** Open findings, their number a week ago, and the age of the oldest. */
export const findingRules: readonly RecordingRule[] = [
  {
    record: "obsidian:critical_findings:current",
    expr: 'sum by (scanner) (security_findings{system="obsidian", severity="critical"})',
    proof: {
      cases: [
        {
          name: "two scanners, one of which moved to another pod, and findings that are not critical",
          series: {
            ...others,
            [findings("trivy", "critical")]: "2x5",
            [findings("semgrep", "critical")]: "0x5",
            [findings("trivy", "high")]: "30x5",
            'security_findings{system="obsidian", scanner="trivy", severity="critical", pod="b"}':
              "1x5",
          },
          at: minutes(5),
          samples: [
            { labels: { scanner: "trivy" }, value: 3 },
            { labels: { scanner: "semgrep" }, value: 0 },
          ],
        },
      ],
    },
  },
  {
    record: "obsidian:security_findings:current",
    expr: 'sum by (severity) (security_findings{system="obsidian"})',
    proof: {
      cases: [
        {
          name: "two scanners find high ones, one a critical one",
          series: {
            ...others,
            [findings("trivy", "high")]: "30x5",
            [findings("semgrep", "high")]: "12x5",
            [findings("trivy", "critical")]: "1x5",
          },
          at: minutes(5),
          samples: [
            { labels: { severity: "high" }, value: 42 },
            { labels: { severity: "critical" }, value: 1 },
          ],
        },
      ],
    },
  },
  {
    record: "obsidian:security_findings:avg7d",
    expr: "avg_over_time(obsidian:security_findings:current[7d])",
    proof: {
      cases: [
        {
          name: "many for a week, then 40 for half a week and 20 for the other half",
          series: { [findings("trivy", "high")]: "100x56 40x27 20x27" },
          interval: hours(3),
          evaluation: hours(3),
          at: days(14),
          samples: [{ labels: { severity: "high" }, value: 30 }],
        },
      ],
    },
  },
  {
    record: "obsidian:security_findings:trend_ratio_7d",
    expr: `sum(obsidian:security_findings:avg7d)
  / (sum(obsidian:security_findings:avg7d offset 7d) > 0)`,
    proof: {
      cases: [
        {
          // Less than one in the first week, which a guard of one instead of zero would hide.
          name: "a finding now and then, of two severities, then four times as many",
          series: {
            [findings("trivy", "high")]: "9x56 0.375x55 1.5x56",
            [findings("trivy", "low")]: "9x56 0.125x55 0.5x56",
          },
          interval: hours(3),
          evaluation: hours(3),
          at: days(21),
          samples: [{ value: 4 }],
        },
        {
          name: "there was none the week before",
          series: { [findings("trivy", "high")]: "0x56 3x56" },
          interval: hours(3),
          evaluation: hours(3),
          at: days(14),
          samples: [],
        },
      ],
    },
  },
  {
    record: "obsidian:vulnerability_age_seconds:max",
    expr: 'max by (severity) (vulnerability_age_seconds{system="obsidian"})',
    proof: {
      cases: [
        {
          name: "two scanners know of vulnerabilities",
          series: {
            ...others,
            [age("trivy", "high")]: "7200x5",
            [age("semgrep", "high")]: "600x5",
            [age("trivy", "low")]: "90000x5",
          },
          at: minutes(5),
          samples: [
            { labels: { severity: "high" }, value: 7200 },
            { labels: { severity: "low" }, value: 90_000 },
          ],
        },
      ],
    },
  },
];
