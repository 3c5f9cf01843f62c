import type { Events } from "../../../patterns/events";
import type { Observations } from "../../../patterns/observations";

const execution = (result: string): Readonly<Record<string, number>> => ({
  [`contract_executions_total{system="cqvr", contract="c1", result="${result}"}`]: 1,
});

/** Executions of contracts. */
export const executions: Events = {
  total: 'contract_executions_total{system="cqvr"}',
  bad: 'contract_executions_total{system="cqvr", result="failure"}',
  examples: { good: execution("success"), bad: execution("failure") },
};

/** How long they take. */
export const executionTime: Observations = {
  histogram: "contract_execution_duration_seconds",
  matchers: 'system="cqvr"',
  buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
};

/** Errors of executions, and one of them. */
export const executionErrors = {
  counter: 'contract_execution_errors_total{system="cqvr"}',
  example: {
    'contract_execution_errors_total{system="cqvr", contract="c1", error_type="timeout"}': 1,
  },
} as const;
