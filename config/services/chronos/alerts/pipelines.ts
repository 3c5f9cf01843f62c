import type { AlertDeclaration } from "../../../../model/alert";
import { days, hours, minutes } from "../../../../model/duration";
import { percent } from "../../../../model/ratio";
import { count } from "../../../../model/threshold";
import { countAbove } from "../../../../patterns/alerts/count-above";
import { percentileBroken } from "../../../../patterns/alerts/percentile-limit";
import { objectiveMissed } from "../../../../patterns/alerts/ratio-limit";
import { metricsAbsent, systemDown } from "../../../../patterns/alerts/absence";
import { duration, runs } from "../events";

/** Pipelines breach their SLOs, Airflow tasks fail, or metrics are absent. */
export const pipelineAlerts: readonly AlertDeclaration[] = [
  objectiveMissed({
    name: "ChronosPipelineSuccessSloViolation",
    events: runs,
    period: "chronos:pipeline_success:ratio_rate7d",
    now: { ratio: "chronos:pipeline_success:ratio_rate1d", window: days(1) },
    objective: percent(99),
    all: {
      rate: "chronos:pipeline_runs:rate5m",
      bad: "runs failed",
    },
    bad: {
      rate: "chronos:pipeline_failures:rate5m",
      // At least three: of the runs of a quiet day one is more than one in a hundred.
      minimum: { name: "failures", value: count(2.5, "failed runs in a day") },
    },
    for: minutes(15),
    priority: "P0",
    condition: "pipeline-success",
    summary:
      "Pipeline success over 7 days below 99 % and below in the last day",
    description:
      "{{ $value | humanizePercentage }} of the last 7 days' runs succeeded, and in the last day the share was below the objective.",
    action: "Find the pipeline that fails, and whether a new try helps.",
    runbook: "chronos/pipeline-success",
  }),
  percentileBroken({
    name: "ChronosPipelineLatencySloViolation",
    quantile: 0.95,
    observations: duration,
    period: "chronos:pipeline_run_duration_seconds:p95_7d",
    now: {
      percentile: "chronos:pipeline_run_duration_seconds:p95_1d",
      window: days(1),
    },
    limit: { name: "p95", value: hours(1) },
    // At least three in the day that is looked at: pipelines run some dozen times.
    slow: {
      minimum: { name: "slow", value: count(2.5, "slow runs in a day") },
      window: days(1),
    },
    for: minutes(15),
    priority: "P1",
    condition: "pipeline-latency",
    summary: "P95 pipeline duration above 1 hour (7 days and last day)",
    description:
      "One in twenty of the last 7 days' runs took longer than {{ $value | humanizeDuration }}, and the last day was as slow.",
    action: "Find the pipeline that is slow, and whether it waits or works.",
    runbook: "chronos/pipeline-latency",
  }),
  countAbove({
    bornAtFirstEvent: { system: "chronos" },
    name: "ChronosAirflowTaskFailures",
    counter: 'airflow_task_instance_failures_total{system="chronos"}',
    example: {
      'airflow_task_instance_failures_total{system="chronos", dag_id="orders", task_id="load"}': 1,
    },
    by: ["dag_id"],
    window: minutes(15),
    limit: { name: "failures", value: count(0, "failures in 15 minutes") },
    for: minutes(0),
    priority: "P2",
    summary:
      "{{ $value | humanize }} task failures in DAG {{ $labels.dag_id }}",
    description:
      "Tasks of {{ $labels.dag_id }} have failed within the last 15 minutes; Airflow tries some of them again by itself.",
    action: "Read the log of the last try.",
    runbook: "chronos/airflow",
  }),
  systemDown({
    name: "ChronosDown",
    key: "chronos",
    for: minutes(2),
    priority: "P0",
    condition: "system-down",
    summary: "chronos is down",
    description:
      "The probe of its health has failed or has been missing for 2 minutes: the service does not answer, or lacks a store or Airflow's scheduler.",
    action:
      "Find out whether the service itself, a store or Airflow's scheduler fails.",
    causes: ["pipeline-success"],
    runbook: "chronos/down",
  }),
  metricsAbsent({
    name: "ChronosMetricsAbsent",
    key: "chronos",
    apps: ["chronos-api", "airflow-statsd"],
    metric: 'pipeline_runs_total{system="chronos"}',
    for: minutes(10),
    priority: "P1",
    summary: "No metrics from chronos",
    description:
      "The service or the exporter of Airflow is not scraped, or no runs are counted: the alerts that read them are blind.",
    action: "Read the scrape error on the targets page of Prometheus.",
    runbook: "chronos/metrics-absent",
  }),
];
