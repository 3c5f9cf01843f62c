import { minutes } from "../../../model/duration";
import { open, values } from "../../../model/label-values";
import { counter, gauge, histogram } from "../../../model/metric";
import type { MetricContract } from "../../../model/metric";
import {
  ageBetween,
  amountPerHour,
  bySet,
  never,
  observed,
  observedOf,
  perDay,
  perHour,
  scheduled,
} from "../../../model/typical/typical";
import { duration, models } from "./events";

const pipelines = open({ upTo: 30, examples: ["orders", "customers"] });
const checks = open({ upTo: 15, examples: ["not_null", "unique"] });
const datasets = open({ upTo: 60, examples: ["orders", "customers"] });
const dags = open({ upTo: 40, examples: ["orders"] });
const tasks = open({ upTo: 20, examples: ["extract", "load"] });

/** A failed check is an alert: a healthy system has none in an hour. */
const checked = scheduled(perHour(20));

/** The service; the exporter of Airflow has metrics of its own. */
const exposedBy = ["chronos-api"];

/**
 * Metrics of chronos at `/metrics`: its pipelines, their data, and dbt; and Airflow's own metrics
 * through the StatsD exporter.
 */
export const metrics: MetricContract = {
  data_quality_check_success_total: counter({
    help: "Checks of the data that succeeded",
    labels: { pipeline: pipelines, check: checks },
    typical: checked,
    exposedBy,
  }),
  data_freshness_lag_seconds: gauge({
    help: "Age of the newest record of a data set, in seconds",
    labels: { dataset: datasets },
    // Written each hour; when a run ends, its records are as old as it took.
    typical: ageBetween(minutes(12), minutes(80)),
    exposedBy,
  }),
  data_volume_bytes_total: counter({
    help: "Bytes that a pipeline has written",
    labels: { pipeline: pipelines },
    typical: amountPerHour(3e9),
    exposedBy,
  }),
  data_schema_changes_detected_total: counter({
    help: "Changes of a data set's schema, by kind (added, removed, retyped)",
    appears: "after the first change of a schema",
    labels: {
      dataset: datasets,
      change_type: values("added", "removed", "retyped"),
    },
    typical: bySet({
      'change_type="added"': never,
      'change_type="retyped"': never,
    }),
    exposedBy,
  }),
  pipeline_runs_total: counter({
    help: "Runs of a pipeline that ended, by how (success, failed)",
    labels: { pipeline: pipelines, status: values("success", "failed") },
    // Both outcomes of each pipeline at 0: the first failure of each would count for nothing.
    born: "at-start",
    typical: bySet({
      'status="success"': scheduled(perHour(2)),
      'status="failed"': scheduled(perDay(0.1)),
    }),
    exposedBy,
  }),
  pipeline_run_duration_seconds: histogram({
    help: "Time of a run of a pipeline, in seconds",
    labels: { pipeline: pipelines },
    buckets: duration.buckets,
    typical: observedOf("pipeline_runs_total", {
      p50: 720,
      p95: 2000,
      p99: 3000,
    }),
    exposedBy,
  }),
  data_quality_checks_total: counter({
    help: "Checks of the data, however they ended",
    labels: { pipeline: pipelines, check: checks },
    typical: checked,
    exposedBy,
  }),
  pipeline_records_processed_total: counter({
    help: "Records that a pipeline has processed",
    labels: { pipeline: pipelines },
    typical: amountPerHour(10e6),
    exposedBy,
  }),
  dbt_model_execution_duration_seconds: histogram({
    help: "Time that dbt takes to build a model, in seconds",
    labels: {
      model: open({ upTo: 60, examples: ["fct_orders", "dim_customers"] }),
    },
    buckets: models.buckets,
    typical: observed(scheduled(perHour(20)), { p50: 18, p95: 140, p99: 400 }),
    exposedBy,
  }),
  /**
   * Airflow sends `ti_failures` with the tags `dag_id` and `task_id`; the mapping of the StatsD
   * exporter gives it this name.
   * @see
   *   https://airflow.apache.org/docs/apache-airflow/stable/administration-and-deployment/logging-monitoring/metrics.html
   */
  airflow_task_instance_failures_total: counter({
    help: "Tries of a task that failed, as Airflow's StatsD says (ti_failures)",
    appears: "after the first failed try",
    labels: { dag_id: dags, task_id: tasks },
    source: "exporter",
    // Some for each failed run, and some that a second try mended.
    typical: scheduled(perDay(0.4)),
    exposedBy: ["airflow-statsd"],
  }),
};
