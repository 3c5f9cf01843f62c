import { open, values } from "../../../../model/label-values";
import { counter, histogram } from "../../../../model/metric";
import type { MetricContract } from "../../../../model/metric";
import {
  bySet,
  never,
  observedOf,
  perDay,
  perHour,
  perSecond,
} from "../../../../model/typical/typical";
import { executionTime } from "../events";
import { contracts, tiers } from "./labels";

const failures = perHour(36);

/** Exposed by the running process: executions of contracts. */
export const executionMetrics: MetricContract = {
  contract_executions_total: counter({
    help: "Contracts executed, by result (success, failure)",
    labels: { contract: contracts, result: values("success", "failure") },
    typical: bySet({
      'result="success"': perSecond(2),
      'result="failure"': failures,
    }),
  }),
  contract_execution_duration_seconds: histogram({
    help: "Time of an execution",
    labels: { tier: tiers },
    buckets: executionTime.buckets,
    typical: observedOf("contract_executions_total", {
      p50: 0.6,
      p95: 3,
      p99: 9,
    }),
  }),
  contract_execution_errors_total: counter({
    help: "Errors of executions",
    labels: {
      contract: contracts,
      error_type: open({ upTo: 8, examples: ["crash", "timeout"] }),
    },
    typical: bySet({
      'error_type="timeout"': failures,
      'error_type="crash"': never,
    }),
  }),
  contract_validation_failures_total: counter({
    help: "Contracts that broke a rule of validation",
    labels: {
      contract: contracts,
      rule: open({ upTo: 20, examples: ["schema", "signature"] }),
    },
    typical: bySet({
      'rule="schema"': perDay(3),
      'rule="signature"': never,
    }),
  }),
};
