import type { Alert } from "../../../model/alert";
import { days, hours, minutes } from "../../../model/duration";
import type { ExpectedAlert, InputSeries } from "../../../model/alert-proof";
import { percent } from "../../../model/ratio";
import { count } from "../../../model/threshold";
import { spike } from "../../../patterns/anomaly/spike";
import { counters } from "../../../patterns/counters";
import type { Growth } from "../../../patterns/counters";
import { bucketExample } from "../../../patterns/observations";
import type { BucketCounts } from "../../../patterns/observations";
import { analyses, analysisTimesByMode } from "../events";

/** Analyses per minute and the share of them that fail, one stretch after the other. */
type Ended = readonly (readonly [
  minutes: number,
  perMinute: number,
  failed: number,
])[];

const ended = (stretches: Ended): InputSeries => {
  const growth = (share: (failed: number) => number): Growth =>
    stretches.map(([length, each, failed]) => [length, each * share(failed)]);
  return counters([
    {
      example: analyses.examples.good,
      growth: growth((failed) => 1 - failed),
    },
    { example: analyses.examples.bad, growth: growth((failed) => failed) },
  ]);
};

/** After so many with a result, what failed weighs nothing any more. */
const RECOVERED = ended([[10, 1e9, 0]]);

/** How long analyses take: P99 of 90 seconds, of 132, of 151, and one that nobody could miss. */
const PACES = {
  usual: [
    [60, 0.98],
    [120, 1],
    [300, 1],
    [Infinity, 1],
  ],
  near: [
    [60, 0.98],
    [120, 0.98929],
    [300, 1],
    [Infinity, 1],
  ],
  slow: [
    [60, 0.98],
    [120, 0.9879],
    [300, 1],
    [Infinity, 1],
  ],
} as const satisfies Readonly<Record<string, BucketCounts>>;

/** Analyses per minute of such a pace, one stretch after the other. */
const timed = (
  stretches: readonly (readonly [
    minutes: number,
    perMinute: number,
    pace: keyof typeof PACES,
  ])[],
): InputSeries =>
  counters([
    {
      example: analyses.examples.good,
      growth: stretches.map(([length, each]) => [length, each]),
    },
    ...(Object.keys(PACES) as (keyof typeof PACES)[]).map((pace) => ({
      example: bucketExample(analysisTimesByMode, PACES[pace]),
      growth: stretches.map(
        ([length, each, has]) => [length, has === pace ? each : 0] as const,
      ),
    })),
  ]);

/** What people read when so many of the analyses failed. */
const moreThanUsual = (share: string): ExpectedAlert => ({
  description: `${share} of the analyses of 30 minutes failed, more than twice the share of the last 7 days.`,
});

/** What failing fast or slowly is compared with: its own last week. */
export const unusualAlerts: readonly Alert[] = [
  {
    requirement: "CQ-A5",
    name: "AnomalousFailureRate",
    expr: `codequal:analysis_failure:ratio_rate30m
  > {factor} * clamp_min(codequal:analysis_failure:ratio_rate7d, {floor})
and avg_over_time(codequal:analyses:rate5m[30m]) * 1800 >= {analyses}`,
    thresholds: {
      factor: count(2, "times the baseline"),
      floor: percent(1),
      // At least five: what is made of rates is a little less or more than the number it stands for.
      analyses: count(4.5, "analyses in 30 minutes"),
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
    proof: {
      fires: [
        {
          // Usually two in a hundred.
          series: ended([
            [240, 128, 0.02],
            [60, 128, 0.052],
          ]),
          before: "nothing",
          at: minutes(271),
          expect: [moreThanUsual("5.12%")],
          resolves: { series: RECOVERED, after: minutes(1) },
        },
        {
          // Usually none, which counts as one in a hundred.
          series: ended([
            [240, 128, 0],
            [60, 128, 0.023],
          ]),
          before: "nothing",
          at: minutes(273),
          expect: [moreThanUsual("2.3%")],
          resolves: { series: RECOVERED, after: minutes(1) },
        },
        {
          // Five after a long silence, all of which fail.
          series: ended([
            [60, 16, 0],
            [60, 0, 0],
            [1, 5, 1],
            [30, 0, 0],
          ]),
          before: "nothing",
          at: minutes(129),
          expect: [moreThanUsual("100%")],
          resolves: { series: RECOVERED, after: minutes(1) },
        },
      ],
      quiet: [
        {
          series: ended([
            [240, 128, 0.02],
            [60, 128, 0.037],
          ]),
          at: minutes(300),
        },
        {
          series: ended([
            [240, 128, 0],
            [60, 128, 0.018],
          ]),
          at: minutes(300),
        },
        {
          // Four of four.
          series: ended([
            [60, 16, 0],
            [60, 0, 0],
            [1, 4, 1],
            [30, 0, 0],
          ]),
          at: minutes(140),
        },
      ],
      equivalent: {
        "codequal:analysis_failure:ratio_rate30m > → >=":
          "what is made of rates over windows is never exactly a limit",
      },
    },
  },
  {
    requirement: "CQ-A6",
    name: "AnomalousAnalysisDuration",
    expr: `codequal:analysis_duration_seconds:p99_1h
  > {factor} * codequal:analysis_duration_seconds:p99_7d
and avg_over_time(codequal:analyses:rate5m[1h]) * 3600 >= {analyses}`,
    thresholds: {
      factor: count(1.5, "times the baseline"),
      // At least ten: one slow analysis of three is no percentile.
      analyses: count(9.5, "analyses in an hour"),
    },
    for: minutes(15),
    severity: "warning",
    priority: "P2",
    condition: "analysis-duration",
    summary:
      "Analyses take longer than usual (P99 1 h above 1.5 times the 7-day P99)",
    description:
      "The slowest hundredth of the last hour's analyses took {{ $value | humanizeDuration }} or more, over 1.5 times as long as in the last 7 days.",
    action: "See whether the mix of analyses changed, or an agent.",
    runbook: "codequal/anomaly-duration",
    dashboard: "codequal-overview",
    proof: {
      fires: [
        {
          series: timed([
            [600, 128, "usual"],
            [90, 128, "slow"],
          ]),
          before: "nothing",
          at: minutes(672),
          expect: [
            {
              description:
                "The slowest hundredth of the last hour's analyses took 2m 31s or more, over 1.5 times as long as in the last 7 days.",
            },
          ],
          resolves: {
            series: timed([[10, 1e9, "usual"]]),
            after: minutes(1),
          },
        },
        {
          // Ten after a long silence.
          series: timed([
            [600, 128, "usual"],
            [120, 0, "usual"],
            [1, 10, "slow"],
            [60, 0, "usual"],
          ]),
          before: "nothing",
          at: minutes(739),
          expect: [
            {
              description:
                "The slowest hundredth of the last hour's analyses took 2m 31s or more, over 1.5 times as long as in the last 7 days.",
            },
          ],
          resolves: {
            series: timed([[10, 1e9, "usual"]]),
            after: minutes(1),
          },
        },
      ],
      quiet: [
        {
          series: timed([
            [600, 128, "usual"],
            [90, 128, "near"],
          ]),
          at: minutes(690),
        },
        {
          // Nine after a long silence.
          series: timed([
            [600, 128, "usual"],
            [120, 0, "usual"],
            [1, 9, "slow"],
            [60, 0, "usual"],
          ]),
          at: minutes(750),
        },
      ],
      equivalent: {
        "codequal:analysis_duration_seconds:p9… > → >=":
          "what is made of rates over windows is never exactly a limit",
      },
    },
  },
  spike({
    requirement: "CQ-A15",
    name: "DailyCostSpike",
    counter: "codequal_cost_dollars_total",
    example: {
      'codequal_cost_dollars_total{component="llm", provider="acme"}': 1,
    },
    window: days(1),
    baseline: days(7),
    offset: days(1),
    factor: count(2, "times the mean day"),
    minimum: count(50, "US dollars in a day"),
    shows: "increase",
    for: hours(1),
    severity: "warning",
    priority: "P2",
    summary:
      "Cost of the last day is more than twice the weekly average ({{ $value | humanize }} USD)",
    action:
      "See which component and which provider, and stop what runs in circles.",
    runbook: "codequal/cost#dailycostspike",
    dashboard: "codequal-business",
  }),
];
