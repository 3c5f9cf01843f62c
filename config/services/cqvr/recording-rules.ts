import { minutes } from "../../../model/duration";
import { days, hours } from "../../../model/duration";
import type { RecordingGroupDeclaration } from "../../../model/recording-rule";
import { gaugeRatio } from "../../../patterns/recording/gauge-ratio";
import { percentileRaw } from "../../../patterns/recording/percentiles";
import { errorRate, eventRate } from "../../../patterns/recording/rates";
import { ratioNow, ratioOver } from "../../../patterns/recording/ratios";
import { meanOf, shareOf } from "../../../patterns/recording/shares";
import { executionErrors, executionTime, executions } from "./events";

const RATES = {
  events: executions,
  bad: "cqvr:contract_execution_failures:rate5m",
  total: "cqvr:contract_executions:rate5m",
  shows: "good",
} as const;

const deployment = (result: string): Readonly<Record<string, number>> => ({
  [`cqvr_deployments_total{result="${result}"}`]: 1,
});

/** Rates, ratios and times that alerts, SLOs and pages share. */
export const recording: readonly RecordingGroupDeclaration[] = [
  {
    name: "cqvr-execution",
    rules: [
      eventRate({
        record: "cqvr:contract_executions:rate5m",
        events: executions,
      }),
      errorRate({
        record: "cqvr:contract_execution_failures:rate5m",
        events: executions,
      }),
      ratioNow({
        record: "cqvr:contract_execution_success:ratio_rate5m",
        ...RATES,
      }),
      ratioOver({
        record: "cqvr:contract_execution_success:ratio_rate1h",
        ...RATES,
        window: hours(1),
      }),
      {
        record: "cqvr:contract_execution_errors:increase1h",
        expr: `sum(increase(${executionErrors.counter}[1h]))`,
        proof: {
          cases: [
            {
              name: "errors of two kinds, one of them an hour and a half ago, and those of another system",
              series: {
                'contract_execution_errors_total{system="cqvr", error_type="timeout"}':
                  "1000x70 1059x49",
                'contract_execution_errors_total{system="cqvr", error_type="crash"}':
                  "1000x30 1590x89",
                'contract_execution_errors_total{system="neighbour"}':
                  "1000+10x120",
              },
              at: minutes(120),
              samples: [{ value: 60 }],
            },
            {
              name: "errors three quarters of an hour ago",
              series: {
                'contract_execution_errors_total{system="cqvr", error_type="timeout"}':
                  "1000x75 1118x44",
              },
              at: minutes(120),
              samples: [{ value: 120 }],
            },
          ],
        },
      },
      meanOf({
        record: "cqvr:contract_execution_duration_seconds:mean5m",
        observations: executionTime,
        window: minutes(5),
      }),
      percentileRaw({
        record: "cqvr:contract_execution_duration_seconds:p95_15m",
        observations: executionTime,
        quantile: 0.95,
        window: minutes(15),
      }),
    ],
  },
  {
    name: "cqvr-quality",
    rules: [
      gaugeRatio({
        record: "cqvr:contracts_passed:ratio",
        part: 'cqvr_contracts_passed_80{system="cqvr"}',
        whole: 'cqvr_contracts{system="cqvr"}',
        aggregation: "max",
      }),
      {
        record: "cqvr:average_score:avg1d",
        expr: 'avg_over_time(cqvr_average_score{system="cqvr"}[1d])',
        proof: {
          cases: [
            {
              name: "better in the second half of the day, and otherwise the day before",
              series: {
                'cqvr_average_score{system="cqvr"}': "20x287 60x143 80x144",
                'cqvr_average_score{system="neighbour"}': "100x576",
              },
              interval: minutes(5),
              evaluation: minutes(60),
              at: hours(48),
              samples: [{ value: 70.069444444 }],
            },
          ],
        },
      },
    ],
  },
  {
    name: "cqvr-months",
    rules: [
      {
        record: "cqvr:uptime:ratio_30d",
        expr: 'avg_over_time(probe_success{system="cqvr", probe="health"}[30d])',
        proof: {
          cases: [
            {
              name: "down in the second half of the month and in the month before; the page and another system answer differently",
              series: {
                'probe_success{system="cqvr", probe="health"}':
                  "0x720 1x359 0x359",
                'probe_success{system="cqvr", probe="dashboard"}': "1x1440",
                'probe_success{system="neighbour", probe="health"}': "1x1440",
              },
              interval: hours(1),
              evaluation: hours(24),
              at: days(60),
              samples: [{ labels: { probe: "health" }, value: 0.5 }],
            },
          ],
        },
      },
      shareOf({
        record: "cqvr:deployment_success:ratio_30d",
        part: 'cqvr_deployments_total{result="success"}',
        whole: "cqvr_deployments_total",
        examples: {
          inside: deployment("success"),
          outside: deployment("failure"),
        },
        window: days(30),
        over: "increase",
      }),
    ],
  },
];
