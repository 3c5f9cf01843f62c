import type { Example } from "../../../model/slo";
import type { Attempts, Events } from "../../../patterns/events";
import type { Observations } from "../../../patterns/observations";

const run = (status: "success" | "failed"): Example => ({
  [`pipeline_runs_total{system="chronos", pipeline="orders", status="${status}"}`]: 1,
});

/** Runs of pipelines; titan and others use the same metric name. */
export const runs: Events = {
  total: 'pipeline_runs_total{system="chronos"}',
  bad: 'pipeline_runs_total{system="chronos", status="failed"}',
  examples: { good: run("success"), bad: run("failed") },
};

/** How long runs take. */
export const duration: Observations = {
  histogram: "pipeline_run_duration_seconds",
  matchers: 'system="chronos"',
  buckets: [60, 300, 600, 1800, 2700, 3600, 5400, 7200],
};

const check = 'pipeline="orders", check="not_null"';
const checked = `data_quality_checks_total{system="chronos", ${check}}`;
const passed = `data_quality_check_success_total{system="chronos", ${check}}`;

/** Checks of the data; successes have a counter of their own. */
export const checks: Attempts = {
  total: 'data_quality_checks_total{system="chronos"}',
  good: 'data_quality_check_success_total{system="chronos"}',
  examples: {
    good: { [checked]: 1, [passed]: 1 },
    bad: { [checked]: 1, [passed]: 0 },
  },
};

/** How long dbt takes for each model. */
export const models: Observations = {
  histogram: "dbt_model_execution_duration_seconds",
  matchers: 'system="chronos"',
  by: ["model"],
  labels: { model: "fct_orders" },
  buckets: [1, 5, 10, 30, 60, 120, 300, 600, 1800],
};

/** Bytes that a pipeline has written. */
export const volume = {
  counter: 'data_volume_bytes_total{system="chronos"}',
  example: {
    'data_volume_bytes_total{system="chronos", pipeline="orders"}': 1,
  },
} as const;
