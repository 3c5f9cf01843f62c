import type { AlertDeclaration } from "../../../../model/alert";
import { hours, minutes } from "../../../../model/duration";
import { count } from "../../../../model/threshold";
import { gaugeLimit } from "../../../../patterns/alerts/gauge-limit";
import { goodNews } from "../priorities";

const passed = (pod: string): string =>
  `cqvr_contracts_passed_80{system="cqvr", instance="${pod}"}`;
const evaluated = (pod: string): string =>
  `cqvr_contracts{system="cqvr", instance="${pod}"}`;

const AVERAGE = {
  gauge: 'cqvr_average_score{system="cqvr"}',
  aggregation: "max",
} as const;

/** Quality of the contracts. */
export const qualityAlerts: readonly AlertDeclaration[] = [
  gaugeLimit({
    name: "ContractsQualityThresholdViolation",
    gauge: 'cqvr_contracts_failed_40{system="cqvr"}',
    aggregation: "max",
    limit: {
      name: "contracts",
      value: count(0, "contracts below 40 points"),
      comparison: ">",
    },
    for: minutes(10),
    priority: "P0",
    summary: "{{ $value }} contracts score below 40",
    description:
      "For 10 minutes at least one evaluated contract has scored below 40 of 100: it must not be deployed.",
    action: "Page on-call engineer",
    runbook: "cqvr/deployment-runbook#issue-quality-gate-failure",
  }),
  gaugeLimit({
    name: "AverageScoreCriticalDrop",
    ...AVERAGE,
    limit: { name: "points", value: count(70, "points"), comparison: "<" },
    for: minutes(15),
    priority: "P0",
    condition: "average-score",
    summary: "Average CQVR score is {{ $value | humanize }}, below 70",
    description:
      "For 15 minutes the average over all evaluated contracts has been below 70 of 100: many contracts lost points, or an evaluation went wrong.",
    action: "Page on-call engineer",
    runbook: "cqvr/deployment-runbook#rollback-procedures",
  }),
  gaugeLimit({
    name: "AverageScoreBelowTarget",
    ...AVERAGE,
    limit: { name: "points", value: count(80, "points"), comparison: "<" },
    for: minutes(30),
    severity: "warning",
    priority: "P1",
    condition: "average-score",
    summary:
      "Average CQVR score is {{ $value | humanize }}, below the target of 80",
    description:
      "For half an hour the average over all evaluated contracts has been below 80 of 100.",
    action: "Notify team via Slack",
    runbook: "cqvr/deployment-runbook#troubleshooting",
  }),
  gaugeLimit({
    name: "QualityScoreImprovement",
    ...AVERAGE,
    limit: { name: "points", value: count(85, "points"), comparison: ">" },
    for: hours(1),
    priority: "P3",
    path: goodNews,
    summary: "Average CQVR score improved above 85 ({{ $value | humanize }})",
    description:
      "For an hour the average over all evaluated contracts has been above 85 of 100. It is good news; nobody has to act.",
    action: "Post to team channel (once, repeat 7 d, no resolved message)",
    runbook: "cqvr/quality-score-improvement",
  }),
  {
    name: "AllContractsPassing",
    expr: `max(cqvr_contracts_passed_80{system="cqvr"}) == max(cqvr_contracts{system="cqvr"})
  and max(cqvr_contracts{system="cqvr"}) > 0`,
    for: hours(1),
    priority: "P3",
    path: goodNews,
    summary: "All contracts pass with a score of at least 80",
    description:
      "For an hour every evaluated contract has scored 80 of 100 or more. It is good news; nobody has to act.",
    action: "Post to team channel (once, repeat 7 d, no resolved message)",
    runbook: "cqvr/all-contracts-passing",
    proof: {
      fires: [
        {
          series: {
            // Another instance has an older, smaller value.
            [passed("a")]: "2x90",
            [passed("b")]: "1x90",
            [evaluated("a")]: "2x90",
            [evaluated("b")]: "0x90",
            'cqvr_contracts_passed_80{system="neighbour"}': "900x90",
            'cqvr_contracts{system="neighbour"}': "800x90",
          },
          at: hours(1),
          resolves: { after: minutes(1) },
        },
        {
          series: { [passed("a")]: "1x90", [evaluated("a")]: "1x90" },
          at: hours(1),
          resolves: { after: minutes(1) },
        },
      ],
      quiet: [
        {
          series: {
            [passed("a")]: "299x100",
            [passed("b")]: "1x100",
            [evaluated("a")]: "300x100",
            [evaluated("b")]: "1x100",
          },
          at: minutes(90),
        },
        {
          // No contracts were evaluated, so the pass ratio is NaN.
          series: {
            [passed("a")]: "0x100",
            [evaluated("a")]: "0x100",
            'cqvr_contracts{system="neighbour"}': "3x100",
          },
          at: minutes(90),
        },
      ],
    },
  },
];
