import type { AlertDeclaration } from "../../../../model/alert";
import { days, hours, minutes } from "../../../../model/duration";
import { percent } from "../../../../model/ratio";
import { count } from "../../../../model/threshold";
import { percentileAboveBaseline } from "../../../../patterns/anomaly/percentile-above-baseline";
import { ratioAboveBaseline } from "../../../../patterns/anomaly/ratio-above-baseline";
import { spike } from "../../../../patterns/anomaly/spike";
import { analyses, analysisTimes } from "../events";

/** The baseline of failures and latency: the last week. */
export const unusualAlerts: readonly AlertDeclaration[] = [
  ratioAboveBaseline({
    name: "AnomalousFailureRate",
    events: analyses,
    ratio: "codequal:analysis_failure:ratio_rate30m",
    window: minutes(30),
    baseline: "codequal:analysis_failure:ratio_rate7d",
    factor: count(2, "times the baseline"),
    floor: percent(1),
    rate: "codequal:analyses:rate5m",
    minimum: {
      name: "analyses",
      // At least five: a count from rates is slightly inexact.
      value: count(4.5, "analyses in 30 minutes"),
    },
    bad: {
      rate: "codequal:analysis_failures:rate5m",
      // At least four: where one in fifty fails, two in half an hour are chance.
      minimum: {
        name: "failures",
        value: count(3.5, "failures in 30 minutes"),
      },
    },
    for: minutes(5),
    severity: "warning",
    priority: "P1",
    condition: "analysis-failures",
    summary:
      "Failure rate is more than twice the 7-day baseline (baseline floor 1 %)",
    description:
      "{{ $value | humanizePercentage }} of the analyses of 30 minutes failed, more than twice the share of the last 7 days.",
    action: "See which kind of failure is new, and since when.",
    runbook: "codequal/anomaly-failure-rate",
    dashboard: "codequal-alerts",
  }),
  percentileAboveBaseline({
    name: "AnomalousAnalysisDuration",
    observations: analysisTimes,
    summedLabels: { mode: "deep" },
    counted: analyses.examples.good,
    quantile: 0.99,
    percentile: "codequal:analysis_duration_seconds:p99_1h",
    window: hours(1),
    baseline: "codequal:analysis_duration_seconds:p99_7d",
    factor: count(1.5, "times the baseline"),
    rate: "codequal:analyses:rate5m",
    minimum: {
      name: "analyses",
      // At least ten: a percentile of three analyses means nothing.
      value: count(9.5, "analyses in an hour"),
    },
    // Longer than the window: of ten analyses the slowest alone is the P99 of its hour.
    for: minutes(75),
    priority: "P2",
    condition: "analysis-duration",
    summary:
      "Analyses take longer than usual (P99 1 h above 1.5 times the 7-day P99)",
    description:
      "The slowest hundredth of the last hour's analyses took {{ $value | humanizeDuration }} or more, over 1.5 times as long as in the last 7 days.",
    action: "See whether the mix of analyses changed, or an agent.",
    runbook: "codequal/anomaly-duration",
    dashboard: "codequal-overview",
  }),
  spike({
    name: "DailyCostSpike",
    counter: "codequal_cost_dollars_total",
    example: {
      'codequal_cost_dollars_total{component="llm", provider="acme"}': 1,
    },
    key: "codequal",
    window: days(1),
    baseline: days(7),
    offset: days(1),
    factor: count(2, "times the mean day"),
    minimum: count(50, "US dollars in a day"),
    shows: "increase",
    for: hours(1),
    priority: "P2",
    summary:
      "Cost of the last day is more than twice the weekly average ({{ $value | humanize }} USD)",
    description:
      "For an hour the cost of the last day has been more than twice the mean of the 7 days before it, or more than 250 dollars where these are not known.",
    action:
      "See which component and which provider, and stop what runs in circles.",
    runbook: "codequal/cost#dailycostspike",
    dashboard: "codequal-business",
  }),
];
