import type { AlertDeclaration } from "../../../../model/alert";
import { days, hours, minutes } from "../../../../model/duration";
import { percent } from "../../../../model/ratio";
import { count } from "../../../../model/threshold";
import { countAbove } from "../../../../patterns/alerts/count-above";
import { ratioLimit } from "../../../../patterns/alerts/ratio-limit";
import { metricsAbsent, systemDown } from "../../../../patterns/alerts/absence";
import { policies } from "../events";

const scans = (scanner: string): string =>
  `security_scans_total{system="obsidian", scanner="${scanner}"}`;

/** Scans of others run all the time. */
const others = { 'security_scans_total{system="other"}': "1000+1x3000" };

/** Scans fail or do not run, policies are violated, or metrics are absent. */
export const scanAlerts: readonly AlertDeclaration[] = [
  countAbove({
    name: "ObsidianSecurityScanFailures",
    counter: 'security_scan_failures_total{system="obsidian"}',
    example: {
      'security_scan_failures_total{system="obsidian", scanner="trivy"}': 1,
    },
    by: ["scanner"],
    window: hours(6),
    limit: { name: "failures", value: count(0, "failed scans in 6 hours") },
    for: minutes(0),
    priority: "P2",
    summary:
      "Scanner {{ $labels.scanner }} failed {{ $value | humanize }} times in 6 hours",
    description:
      "At least one scan of {{ $labels.scanner }} has ended without a result within the last 6 hours: what is new since its last good one is unknown.",
    action: "Read the log of its last run.",
    runbook: "obsidian/scan-failures#obsidiansecurityscanfailures",
  }),
  ratioLimit({
    name: "ObsidianPolicyComplianceLow",
    events: policies,
    shows: "good",
    ratio: "obsidian:policy_compliance:ratio_rate30d",
    limit: { name: "compliance", value: percent(99) },
    all: {
      rate: "obsidian:policy_evaluations:rate5m",
      bad: "evaluations found a violation",
    },
    bad: {
      rate: "obsidian:policy_violations:rate5m",
      window: days(30),
      evenOne:
        "over 30 days, in which policies are evaluated thousands of times",
    },
    for: hours(1),
    priority: "P2",
    summary:
      "Policy compliance {{ $value | humanizePercentage }} over 30 days (target 99 %)",
    description:
      "For an hour more than one evaluation of a policy in a hundred over 30 days has found a violation.",
    action: "Find the policy that is violated most, and who violates it.",
    runbook: "obsidian/policy-compliance",
  }),
  systemDown({
    name: "ObsidianDown",
    key: "obsidian",
    for: minutes(2),
    priority: "P0",
    condition: "system-down",
    summary: "obsidian is down",
    description:
      "The probe of its health has failed or has been missing for 2 minutes: the platform does not answer, or lacks the store of findings.",
    action:
      "See whether the platform's pod is ready, then whether it reaches its store.",
    runbook: "obsidian/down",
  }),
  metricsAbsent({
    name: "ObsidianMetricsAbsent",
    key: "obsidian",
    apps: ["obsidian-platform"],
    metric: 'security_findings{system="obsidian"}',
    for: minutes(10),
    priority: "P1",
    summary: "No metrics from obsidian",
    description:
      "The platform of obsidian is not scraped, or does not expose the open findings: no alert would fire on a critical one.",
    action: "Read the scrape error on the targets page of Prometheus.",
    runbook: "obsidian/metrics-absent",
  }),
  {
    name: "ObsidianNoScansRunning",
    // What never ran has no series. Nothing is missed before the platform is known for as long.
    expr: `(sum(increase(security_scans_total{system="obsidian"}[26h])) == {scans}
  or group(absent(security_scans_total{system="obsidian"}))) and on () up{system="obsidian"} offset 26h`,
    thresholds: { scans: count(0, "scans in 26 hours") },
    for: minutes(0),
    priority: "P2",
    summary: "No security scan in the last 26 hours",
    description:
      "No scanner has pushed a scan to the Pushgateway for 26 hours: what is new since then is unknown.",
    action: "See whether the CronJobs of the scanners still start.",
    runbook: "obsidian/scan-failures#obsidiannoscansrunning",
    proof: {
      fires: [
        {
          series: {
            ...others,
            'up{system="obsidian", instance="a"}': "1x1700",
            [scans("trivy")]: "1000+1x30 1030x1600",
            [scans("semgrep")]: "1000x1640",
          },
          before: "nothing",
          // 26 hours after the minute before the last scan, whose sample is then outside of the
          // window.
          at: minutes(29 + 26 * 60),
          resolves: {
            series: {
              [scans("trivy")]: "1000+1x5",
              [scans("semgrep")]: "1000x5",
            },
            after: minutes(1),
          },
        },
        {
          // The platform is scraped, and no scanner has ever pushed anything.
          series: {
            ...others,
            'up{system="obsidian", instance="a"}': "1x1700",
          },
          before: "nothing",
          at: minutes(26 * 60),
          resolves: {
            series: { [scans("trivy")]: "1x5" },
            after: minutes(1),
          },
        },
      ],
      quiet: [
        {
          // One scanner of two has run once, nearly 26 hours ago.
          series: {
            ...others,
            'up{system="obsidian", instance="a"}': "1x1700",
            [scans("trivy")]: "1000x30 1001x1600",
            [scans("semgrep")]: "1000x1640",
          },
          at: minutes(29 + 26 * 60),
        },
        {
          // Prometheus is new, and sees what was counted before.
          series: {
            ...others,
            'up{system="obsidian", instance="a"}': "1x1700",
            [scans("trivy")]: "1000x1700",
          },
          at: minutes(26 * 60 - 1),
        },
        {
          // The platform is new.
          series: {
            ...others,
            'up{system="obsidian", instance="a"}': "_x10 1x1700",
            'up{system="other", instance="a"}': "1x1700",
          },
          at: minutes(26 * 60 + 9),
        },
      ],
      equivalent: {
        "sum(increase(security_scans_total{sys…: avg":
          "a mean of what never falls is zero when its sum is",
      },
    },
  },
];
