import type { AlertDeclaration } from "../../../../model/alert";
import { hours, minutes } from "../../../../model/duration";
import { percent } from "../../../../model/ratio";
import { count } from "../../../../model/threshold";
import { percentileLimit } from "../../../../patterns/alerts/percentile-limit";
import { countsSentence } from "../../../../patterns/alerts/shown-counts";
import { analysisTimesByMode } from "../events";
import { pagerAndChat } from "../priorities";

const COMPLETED = 'codequal_analysis_completed_total{mode="quick", pod="a"}';
const FAILED =
  'codequal_analysis_failed_total{mode="quick", error_type="timeout", pod="b"}';

const FAILED_TOO =
  'codequal_analysis_failed_total{mode="quick", error_type="timeout", pod="a"}';

/** Pods with active analyses, and how many end in each every minute. */
const atWork = (ended: { readonly a: number; readonly b?: number }) => ({
  'codequal_active_analyses{mode="quick", pod="a"}': "2x120",
  'codequal_active_analyses{mode="deep", pod="a"}': "1x120",
  [COMPLETED]: `1000+${String(ended.a)}x120`,
  ...(ended.b === undefined
    ? {}
    : {
        'codequal_active_analyses{mode="deep", pod="b"}': "1x120",
        'codequal_analysis_completed_total{mode="deep", pod="b"}': `1000+${String(ended.b)}x120`,
      }),
});

/** Those that ended in half an hour; the first of its kind in a pod begins its series. */
const ended = (counter: string): string =>
  `(${counter} unless ${counter} offset 30m) or increase(${counter}[30m])`;

const ANY_IS_MORE = "a mean of what never falls is zero when its sum is";

const stuck = (pod: string, active: number) => ({
  labels: { pod },
  description: `${String(active)} analyses are active in ${pod}, and for 30 minutes none has ended there, with or without a result.`,
});

/**
 * Three agents on two pods, after some minutes without any work.
 *
 * @param seconds that each works in a minute
 * @param often how often each does on each pod in a minute
 */
const agents = (
  seconds: Readonly<Record<"security" | "style" | "docs", number>>,
  often: number,
  idle = 0,
): Record<string, string> => {
  const grows = (perMinute: number): string =>
    `${idle === 0 ? "" : `1000x${String(idle - 1)} `}1000+${String(perMinute)}x250`;
  return Object.fromEntries(
    Object.entries(seconds).flatMap(([agent, each]) =>
      ["a", "b"].flatMap((pod) => {
        const labels = `{agent="${agent}", mode="deep", pod="${pod}"}`;
        const name = "codequal_agent_execution_duration_seconds";
        return [
          [`${name}_sum${labels}`, grows(each / 2)],
          [`${name}_count${labels}`, grows(often)],
        ];
      }),
    ),
  );
};
const DOMINATED = { security: 46, style: 30, docs: 24 };
const EVEN = agents({ security: 4e6, style: 4e6, docs: 4e6 }, 10);

/** Analyses fail, take long, or do not end. */
export const analysisAlerts: readonly AlertDeclaration[] = [
  {
    name: "HighFailureRate",
    expr: `codequal:analysis_failure:ratio_rate30m > {failureRatio}
  and avg_over_time(codequal:analyses:rate5m[30m]) * 1800 >= {analyses}
  and avg_over_time(codequal:analysis_failures:rate5m[30m]) * 1800 >= {failures}`,
    thresholds: {
      failureRatio: percent(10),
      // At least five: a count from rates is slightly inexact.
      analyses: count(4.5, "analyses in 30 minutes"),
      // At least three: one failure among six at night wakes nobody.
      failures: count(2.5, "failures in 30 minutes"),
    },
    for: minutes(5),
    priority: "P0",
    path: pagerAndChat,
    condition: "analysis-failures",
    summary: "More than 10 % of analyses fail",
    description: `${countsSentence({
      bad: { rate: "codequal:analysis_failures:rate5m" },
      all: { rate: "codequal:analyses:rate5m", bad: "analyses failed" },
      window: minutes(30),
    })} That is {{ $value | humanizePercentage }}; it fires from 3 of at least 5 on.`,
    action: "See which kind of failure it is, and since which release.",
    runbook: "codequal/high-failure-rate",
    dashboard: "codequal-alerts",
    proof: {
      fires: [
        {
          series: { [COMPLETED]: "1000+112x60", [FAILED]: "1000+13x60" },
          before: "nothing",
          // A rate needs two samples.
          at: minutes(6),
          expect: [
            {
              description:
                "251 of 2411 analyses failed in 30 minutes. That is 10.4%; it fires from 3 of at least 5 on.",
            },
          ],
          resolves: {
            series: { [COMPLETED]: "1e6+1e6x60" },
            after: minutes(1),
          },
        },
        {
          // Five analyses at once, three of which fail.
          series: { [COMPLETED]: "1000 1002x60", [FAILED]: "1000 1003x60" },
          before: { [COMPLETED]: "1000x60", [FAILED]: "1000x60" },
          at: minutes(9),
          expect: [
            {
              description:
                "3 of 5 analyses failed in 30 minutes. That is 60%; it fires from 3 of at least 5 on.",
            },
          ],
        },
      ],
      quiet: [
        {
          series: { [COMPLETED]: "1000+113x60", [FAILED]: "1000+12x60" },
          at: minutes(50),
        },
        {
          // Four of four fail.
          series: { [COMPLETED]: "1000x60", [FAILED]: "1000x60 1004x50" },
          at: minutes(74),
        },
        {
          // Two of five fail.
          series: {
            [COMPLETED]: "1000x30 1003x50",
            [FAILED]: "1000x30 1002x50",
          },
          at: minutes(45),
        },
      ],
    },
  },
  percentileLimit({
    name: "SlowAnalysis",
    percentile: "codequal:analysis_duration_seconds:p95_30m",
    quantile: 0.95,
    observations: analysisTimesByMode,
    limit: { name: "p95", value: minutes(5) },
    // At least two: of the few deep analyses of half an hour a single slow one is the P95.
    slow: {
      minimum: {
        name: "slow",
        value: count(1.5, "slow analyses in 30 minutes"),
      },
      window: minutes(30),
    },
    for: minutes(10),
    priority: "P2",
    condition: "analysis-duration",
    summary:
      "P95 analysis time in mode {{ $labels.mode }} is {{ $value | humanizeDuration }} (limit 5 min)",
    description:
      "For 10 minutes one analysis in twenty of mode {{ $labels.mode }} has taken that long, at least 2 in half an hour.",
    action: "See whether one agent became slower, or larger repositories came.",
    runbook: "codequal/slow-analysis#slowanalysis",
    dashboard: "codequal-overview",
  }),
  {
    name: "AgentDominatesAnalysisTime",
    expr: `codequal:agent_time_share:ratio_1h > {share}
  and on () sum(increase(codequal_agent_execution_duration_seconds_count[1h])) >= {executions}`,
    thresholds: {
      share: percent(45),
      // At least thirty: of the work on two or three analyses one agent may well do half.
      executions: count(29.5, "times that agents worked in an hour"),
    },
    for: hours(1),
    priority: "P3",
    summary:
      "Agent {{ $labels.agent }} takes {{ $value | humanizePercentage }} of all agent time",
    description:
      "For an hour one agent has taken more than 45 % of the time of all agents: it decides how long analyses take.",
    action: "Plan to run its parts in parallel.",
    runbook: "codequal/slow-analysis#agentdominatesanalysistime",
    dashboard: "codequal-performance",
    proof: {
      fires: [
        {
          series: agents(DOMINATED, 10),
          before: "nothing",
          // A rate needs two samples.
          at: minutes(61),
          expect: [
            {
              labels: { agent: "security" },
              summary: "Agent security takes 46% of all agent time",
            },
          ],
          resolves: { series: EVEN, after: minutes(1) },
        },
        {
          // 36 times an hour: thirty are known after 49 minutes.
          series: agents(DOMINATED, 0.1, 125),
          before: "nothing",
          at: minutes(125 + 49 + 60),
          expect: [
            {
              labels: { agent: "security" },
              summary: "Agent security takes 46% of all agent time",
            },
          ],
          resolves: { series: EVEN, after: minutes(1) },
        },
      ],
      quiet: [
        {
          series: agents({ security: 44, style: 30, docs: 26 }, 10),
          at: minutes(140),
        },
        // 27 times an hour.
        { series: agents(DOMINATED, 0.075), at: minutes(200) },
      ],
    },
  },
  {
    name: "AnalysesStuck",
    // Active all the time: one that has just begun after half an hour without any is not stuck, nor
    // one in a new pod. Each pod by itself: while the others end theirs, one that hangs shows in no
    // sum.
    expr: `sum by (pod) (min_over_time(codequal_active_analyses[30m]) and codequal_active_analyses offset 30m) > 0
  unless (
    sum by (pod) (${ended("codequal_analysis_completed_total")}) > 0
    or sum by (pod) (${ended("codequal_analysis_failed_total")}) > 0
  )`,
    for: minutes(15),
    severity: "warning",
    priority: "P1",
    summary: "Analyses are active but none has ended for 30 minutes",
    description:
      "{{ $value }} analyses are active in {{ $labels.pod }}, and for 30 minutes none has ended there, with or without a result.",
    action: "See what the active analyses of the pod wait for.",
    runbook: "codequal/analyses-stuck",
    dashboard: "codequal-deepwiki",
    proof: {
      fires: [
        {
          // There has never been a failure; a window of thirty minutes is empty after twenty-eight.
          series: atWork({ a: 0, b: 0 }),
          before: atWork({ a: 1, b: 1 }),
          at: minutes(43),
          expect: [stuck("a", 3), stuck("b", 1)],
          resolves: { series: atWork({ a: 1, b: 1 }), after: minutes(1) },
        },
        {
          // One pod hangs, and the other goes on.
          series: atWork({ a: 1, b: 0 }),
          before: atWork({ a: 1, b: 1 }),
          at: minutes(43),
          expect: [stuck("b", 1)],
          resolves: { series: atWork({ a: 1, b: 1 }), after: minutes(1) },
        },
        {
          // It begins after a time without any.
          series: {
            'codequal_active_analyses{mode="quick", pod="a"}': "_x30 0x10 1x60",
            [COMPLETED]: "1000x100",
          },
          before: "nothing",
          at: minutes(85),
          expect: [stuck("a", 1)],
          resolves: { after: minutes(1) },
        },
        // The last that ended is the first of its kind in the pod.
        ...[COMPLETED, FAILED_TOO].map((counter) => ({
          series: {
            'codequal_active_analyses{mode="quick", pod="a"}': "1x120",
            [COMPLETED]: "1000+1x20 1020x100",
            [counter.replace("quick", "deep")]: "_x45 1x80",
          },
          before: "nothing" as const,
          at: minutes(90),
          expect: [stuck("a", 1)],
          resolves: { after: minutes(1) },
        })),
        {
          // A single one, and there has never been a result.
          series: {
            'codequal_active_analyses{mode="quick", pod="a"}': "1x90",
            [FAILED_TOO]: "1000x90",
          },
          before: {
            'codequal_active_analyses{mode="quick", pod="a"}': "1x90",
            [FAILED_TOO]: "1000+1x90",
          },
          at: minutes(43),
          expect: [stuck("a", 1)],
          resolves: {
            series: {
              'codequal_active_analyses{mode="quick", pod="a"}': "1x90",
              [FAILED_TOO]: "1000+1x90",
            },
            after: minutes(1),
          },
        },
      ],
      quiet: [
        {
          // One ends each minute, with a result.
          series: {
            'codequal_active_analyses{mode="quick", pod="a"}': "2x90",
            [COMPLETED]: "1000+1x90",
          },
          at: minutes(60),
        },
        {
          // One ends each half an hour, without a result.
          series: {
            'codequal_active_analyses{mode="quick", pod="a"}': "2x90",
            [COMPLETED]: "1000x90",
            [FAILED_TOO]: "1000x25 1001x25 1002x25 1003x25",
          },
          at: minutes(90),
        },
        {
          // As many end with a result as without.
          series: {
            'codequal_active_analyses{mode="quick", pod="a"}': "2x90",
            [COMPLETED]: "1000+1x90",
            [FAILED_TOO]: "1000+1x90",
          },
          at: minutes(60),
        },
        {
          // One has ended without being counted, and none is active.
          series: {
            'codequal_active_analyses{mode="quick", pod="a"}': "0x40 1x3 0x40",
            [COMPLETED]: "1000x90",
          },
          at: minutes(65),
        },
        {
          // A new pod has begun one, and has no result yet.
          series: {
            ...atWork({ a: 1 }),
            'codequal_active_analyses{mode="deep", pod="b"}': "_x60 1x44",
          },
          at: minutes(104),
        },
        {
          // No analyses.
          series: {
            'codequal_active_analyses{mode="quick", pod="a"}': "0x90",
            [COMPLETED]: "1000x90",
            [FAILED_TOO]: "1000x90",
          },
          at: minutes(90),
        },
      ],
      equivalent: {
        "sum by (pod) ((codequal_analysis_comp…: avg": ANY_IS_MORE,
        "sum by (pod) ((codequal_analysis_fail…: avg": ANY_IS_MORE,
      },
    },
  },
];
