import { days, minutes } from "../../../model/duration";
import type { RecordingGroupDeclaration } from "../../../model/recording-rule";
import {
  bucketRate,
  percentileRaw,
} from "../../../patterns/recording/percentiles";
import { errorRate, eventRate } from "../../../patterns/recording/rates";
import { ratioOver } from "../../../patterns/recording/ratios";
import { criticalRemediations, policies, remediations, scans } from "./events";
import { findingRules } from "./recording-rules/findings";

const scanned = {
  events: scans,
  bad: "obsidian:security_scan_failures:rate5m",
  total: "obsidian:security_scans:rate5m",
} as const;

const evaluated = {
  events: policies,
  bad: "obsidian:policy_violations:rate5m",
  total: "obsidian:policy_evaluations:rate5m",
} as const;

/**
 * Rates, ratios and ages that alerts, SLOs and the page share. A rule reads only rules above it.
 */
export const recording: readonly RecordingGroupDeclaration[] = [
  {
    name: "obsidian-scans",
    rules: [
      eventRate({
        record: scanned.total,
        events: scans,
      }),
      errorRate({ record: scanned.bad, events: scans }),
      ratioOver({
        record: "obsidian:security_scan_success:ratio_rate7d",
        ...scanned,
        shows: "good",
        window: days(7),
      }),
    ],
  },
  {
    name: "obsidian-policies",
    rules: [
      eventRate({
        record: evaluated.total,
        events: policies,
      }),
      errorRate({
        record: evaluated.bad,
        events: policies,
      }),
      ratioOver({
        record: "obsidian:policy_compliance:ratio_rate30d",
        ...evaluated,
        shows: "good",
        window: days(30),
      }),
    ],
  },
  { name: "obsidian-findings", interval: minutes(1), rules: findingRules },
  {
    name: "obsidian-remediation",
    rules: [
      bucketRate({
        record: "obsidian:critical_remediations:rate5m",
        observations: criticalRemediations,
      }),
    ],
  },
  {
    name: "obsidian-long-windows",
    interval: minutes(2),
    rules: [
      percentileRaw({
        record: "obsidian:finding_remediation_seconds:p95_30d",
        observations: remediations,
        quantile: 0.95,
        window: days(30),
        over: "increase",
      }),
    ],
  },
];
