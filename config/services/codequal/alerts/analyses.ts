import type { AlertDeclaration } from "../../../../model/alert";
import { hours, minutes } from "../../../../model/duration";
import { percent } from "../../../../model/ratio";
import { count } from "../../../../model/threshold";
import { percentileLimit } from "../../../../patterns/alerts/percentile-limit";
import { analysisTimesByMode } from "../events";
import { pagerAndChat } from "../priorities";

const COMPLETED = 'codequal_analysis_completed_total{mode="quick", pod="a"}';
const FAILED =
  'codequal_analysis_failed_total{mode="quick", error_type="timeout", pod="b"}';

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
    description:
      "{{ $value | humanizePercentage }} of at least 5 analyses in 30 minutes failed, at least 3",
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
                "10.4% of at least 5 analyses in 30 minutes failed, at least 3",
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
                "60% of at least 5 analyses in 30 minutes failed, at least 3",
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
    // Active all the time: one that has just begun after half an hour without any is not stuck. A
    // counter of failures without a first failure has no series, and the sum would have none.
    expr: `sum(min_over_time(codequal_active_analyses[30m])) > 0
  and ((sum(increase(codequal_analysis_completed_total[30m])) or vector(0))
    + (sum(increase(codequal_analysis_failed_total[30m])) or vector(0))) == 0`,
    for: minutes(15),
    severity: "warning",
    priority: "P1",
    summary: "Analyses are active but none has ended for 30 minutes",
    description:
      "{{ $value }} analyses are active, and for 30 minutes none has ended, with or without a result.",
    action: "See what the active analyses wait for, and in which pods.",
    runbook: "codequal/analyses-stuck",
    dashboard: "codequal-deepwiki",
    proof: {
      fires: [
        {
          // There has never been a failure; a window of thirty minutes is empty after twenty-eight.
          series: {
            'codequal_active_analyses{mode="quick", pod="a"}': "2x90",
            'codequal_active_analyses{mode="deep", pod="b"}': "1x90",
            [COMPLETED]: "1000x90",
          },
          at: minutes(43),
          expect: [
            {
              description:
                "3 analyses are active, and for 30 minutes none has ended, with or without a result.",
            },
          ],
          resolves: { after: minutes(1) },
        },
        {
          // It begins after a time without any.
          series: {
            'codequal_active_analyses{mode="quick", pod="a"}': "0x40 1x60",
            [COMPLETED]: "1000x100",
          },
          before: "nothing",
          at: minutes(85),
          expect: [
            {
              description:
                "1 analyses are active, and for 30 minutes none has ended, with or without a result.",
            },
          ],
          resolves: { after: minutes(1) },
        },
        {
          // A single one, and there has never been a result.
          series: {
            'codequal_active_analyses{mode="quick", pod="a"}': "1x90",
            [FAILED]: "1000x90",
          },
          before: {
            'codequal_active_analyses{mode="quick", pod="a"}': "1x90",
            [FAILED]: "1000+1x90",
          },
          at: minutes(43),
          expect: [
            {
              description:
                "1 analyses are active, and for 30 minutes none has ended, with or without a result.",
            },
          ],
          resolves: {
            series: {
              'codequal_active_analyses{mode="quick", pod="a"}': "1x90",
              [FAILED]: "1000+1x90",
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
            [FAILED]: "1000x25 1001x25 1002x25 1003x25",
          },
          at: minutes(90),
        },
        {
          // As many end with a result as without.
          series: {
            'codequal_active_analyses{mode="quick", pod="a"}': "2x90",
            [COMPLETED]: "1000+1x90",
            [FAILED]: "1000+1x90",
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
          // No analyses.
          series: {
            'codequal_active_analyses{mode="quick", pod="a"}': "0x90",
            [COMPLETED]: "1000x90",
            [FAILED]: "1000x90",
          },
          at: minutes(90),
        },
      ],
      equivalent: {
        "sum(increase(codequal_analysis_comple…: avg":
          "a mean of what never falls is zero when its sum is",
        "sum(increase(codequal_analysis_failed…: avg":
          "a mean of what never falls is zero when its sum is",
      },
    },
  },
];
