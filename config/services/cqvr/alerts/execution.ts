import type { AlertDeclaration } from "../../../../model/alert";
import { days, hours, minutes } from "../../../../model/duration";
import { percent } from "../../../../model/ratio";
import { count } from "../../../../model/threshold";
import { ratioLimit } from "../../../../patterns/alerts/ratio-limit";
import { slowerThanBefore } from "../../../../patterns/anomaly/slower-than-before";
import { spike } from "../../../../patterns/anomaly/spike";
import { executionErrors, executionTime, executions } from "../events";

const failures = (rule: string): string =>
  `contract_validation_failures_total{system="cqvr", contract="c1", rule="${rule}"}`;

/** Contracts fail when they are executed, or take long. */
export const executionAlerts: readonly AlertDeclaration[] = [
  ratioLimit({
    name: "ContractExecutionFailureHigh",
    events: executions,
    ratio: "cqvr:contract_execution_success:ratio_rate5m",
    shows: "good",
    limit: { name: "successRatio", value: percent(95) },
    all: {
      rate: "cqvr:contract_executions:rate5m",
      bad: "executions failed",
    },
    bad: {
      rate: "cqvr:contract_execution_failures:rate5m",
      window: minutes(5),
      // Two that fail of a few at night are nobody's page.
      minimum: {
        name: "minimumFailures",
        value: count(2.5, "failures in 5 minutes"),
      },
    },

    for: minutes(5),
    priority: "P0",
    condition: "contract-execution",
    summary: "Contract execution success below 95 %",
    description:
      "Contract execution success rate is {{ $value | humanizePercentage }} (limit 95 %).",
    action: "Page on-call engineer immediately",
    runbook: "cqvr/deployment-runbook#troubleshooting",
  }),
  spike({
    name: "ContractExecutionErrorsIncreasing",
    ...executionErrors,
    key: "cqvr",
    window: minutes(15),
    baseline: hours(1),
    offset: minutes(15),
    factor: count(1.5, "times as many"),
    minimum: count(5, "errors in 15 minutes"),
    for: minutes(10),
    severity: "warning",
    priority: "P1",
    condition: "contract-execution",
    summary:
      "Contract execution errors rise (15 min against the hour before, at least 5 errors)",
    description:
      "For 10 minutes there have been more than 1.5 times as many errors in 15 minutes as in the hour before, and more than 5; or more than 25 where that hour is not known.",
    action: "Notify team via Slack",
    runbook: "cqvr/deployment-runbook#issue-contract-execution-errors",
  }),
  {
    name: "ContractValidationFailures",
    expr: 'sum(increase(contract_validation_failures_total{system="cqvr"}[15m])) > 0',
    allows: {
      "unseen-first-event":
        "it asks for failures that go on for a quarter of an hour, not for the first",
    },
    for: minutes(15),
    priority: "P2",
    summary:
      "{{ $value | humanize }} contract validation failures in 15 minutes",
    description:
      "For 15 minutes contracts have failed their validation again and again.",
    action: "Find the rule that most contracts break.",
    runbook: "cqvr/validation-failures",
    proof: {
      fires: [
        {
          series: {
            [failures("r1")]: "1000+0.5x40",
            [failures("r2")]: "1000+0.5x40",
            'contract_validation_failures_total{system="neighbour"}':
              "1000+50x40",
          },
          before: "nothing",
          at: minutes(16),
          expect: [
            { summary: "15 contract validation failures in 15 minutes" },
          ],
          resolves: {
            series: {
              [failures("r1")]: "0x40",
              [failures("r2")]: "0x40",
            },
            after: minutes(14),
          },
        },
      ],
      quiet: [
        {
          // Those of one moment leave the window just before the alert would fire.
          series: {
            [failures("r1")]: "1000x20 1005x40",
            'contract_validation_failures_total{system="neighbour"}':
              "1000+50x60",
          },
          at: minutes(36),
        },
      ],
      equivalent: {
        "0 → 1":
          "a failure a minute is fifteen, and one that is alone is forgotten in time",
      },
    },
  },
  slowerThanBefore({
    name: "ContractExecutionSlow",
    observations: executionTime,
    quantile: 0.95,
    window: minutes(15),
    baseline: days(1),
    offset: hours(1),
    factor: count(1.5, "times as slow"),
    minimum: count(100, "executions in 15 minutes"),
    for: minutes(30),
    priority: "P2",
    summary: "P95 execution time 50 % above the day before",
    description:
      "For half an hour the slowest twentieth of executions has taken more than 1.5 times as long as on the day before.",
    action: "Find the tier that became slow.",
    runbook: "cqvr/execution-slow",
  }),
];
