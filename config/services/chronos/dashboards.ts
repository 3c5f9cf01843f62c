import type { DashboardDeclaration } from "../../../model/dashboard";
import { minutes } from "../../../model/duration";
import { percent } from "../../../model/ratio";
import { lines, numbers, redAbove, redBelow } from "../../../patterns/panels";

/** chronos' pipelines, their data, dbt and Airflow. */
export const dashboards: readonly DashboardDeclaration[] = [
  {
    uid: "chronos",
    title: "chronos-data-platform",
    description: "How pipelines do, and the data that they leave",
    refresh: minutes(1),
    panels: [
      numbers({
        id: "pipeline-success-7-d-1-d",
        number: 1,
        title: "Pipeline success (7 d, 1 d)",
        unit: "percentunit",
        decimals: 2,
        thresholds: redBelow({
          alert: "ChronosPipelineSuccessSloViolation",
          threshold: "objective",
        }),
        shows: {
          "7 d": "chronos:pipeline_success:ratio_rate7d",
          "1 d": "chronos:pipeline_success:ratio_rate1d",
        },
        description: "Share of runs that succeeded",
        noValue: "No runs",
        width: 12,
      }),
      lines({
        id: "pipeline-duration-p95",
        number: 2,
        title: "Pipeline duration P95",
        unit: "s",
        thresholds: redAbove({
          alert: "ChronosPipelineLatencySloViolation",
          threshold: "p95",
        }),
        shows: {
          "1 d": "chronos:pipeline_run_duration_seconds:p95_1d",
          "7 d": "chronos:pipeline_run_duration_seconds:p95_7d",
        },
        description: "Time within which 95 % of runs ended",
        noValue: "No runs",
      }),
      numbers({
        id: "data-quality-success-7-d",
        number: 3,
        title: "Data quality success (7 d)",
        unit: "percentunit",
        decimals: 2,
        thresholds: {
          kind: "steps",
          base: "red",
          steps: [{ colour: "green", from: percent(99) }],
        },
        shows: { "7 d": "chronos:data_quality_success:ratio_rate7d" },
        description: "Share of the last 7 days' checks that succeeded",
        noValue: "No checks",
      }),
      lines({
        id: "records-processed-per-second",
        number: 4,
        title: "Records processed per second",
        unit: "cps",
        shows: { "{{pipeline}}": "chronos:records_processed:rate1h" },
        description:
          "Records that each pipeline processes in a second, over an hour",
        noValue: "No records",
      }),
      {
        id: "dbt-model-execution-p95-top-10",
        number: 5,
        title: "dbt model execution P95 (top 10)",
        // The greatest bound of the histogram.
        visualisation: { kind: "bargauge", min: 0, max: minutes(30).seconds },
        unit: "s",
        queries: [
          {
            expr: "topk(10, chronos:dbt_model_execution_duration_seconds:p95_7d)",
            legend: "{{model}}",
          },
        ],
        description:
          "The ten models that dbt takes longest for: time within which 95 % of the last 7 days' builds ended; a bar is full at 30 minutes",
        noValue: "No model was built in 7 days",
      },
      lines({
        id: "data-freshness-lag",
        number: 6,
        title: "Data freshness lag",
        unit: "s",
        thresholds: redAbove({ alert: "ChronosDataStale", threshold: "lag" }),
        shows: { "{{dataset}}": "chronos:data_freshness_lag_seconds:max" },
        description: "Age of the newest record of each data set",
        noValue: "No data set reports its age",
      }),
      lines({
        id: "data-volume",
        number: 7,
        title: "Data volume",
        unit: "Bps",
        shows: { "{{pipeline}}": "chronos:data_volume_bytes:rate1h" },
        description:
          "Bytes that each pipeline writes in a second, over an hour",
        noValue: "Nothing is written",
      }),
      {
        id: "airflow-task-failures",
        number: 8,
        title: "Airflow task failures",
        visualisation: { kind: "table" },
        unit: "short",
        queries: [
          {
            expr: 'sum by (dag_id, task_id) (increase(airflow_task_instance_failures_total{system="chronos"}[$__range])) > 0',
            legend: "failures",
          },
        ],
        description: "Tries of tasks that failed in the time shown",
        noValue: "No task failed",
      },
      {
        id: "schema-changes",
        number: 9,
        title: "Schema changes",
        visualisation: { kind: "table" },
        unit: "short",
        queries: [
          {
            expr: 'sum by (dataset, change_type) (increase(data_schema_changes_detected_total{system="chronos"}[$__range])) > 0',
            legend: "changes",
          },
        ],
        description:
          "Data sets whose schema changed in the time shown, by kind of change",
        noValue: "No schema changed",
      },
      {
        id: "runs-by-pipeline-and-status",
        number: 10,
        title: "Runs by pipeline and status",
        visualisation: { kind: "bars", of: "pipeline", stackedBy: "status" },
        unit: "short",
        queries: [
          {
            expr: 'sum by (pipeline, status) (increase(pipeline_runs_total{system="chronos"}[$__range]))',
            legend: "{{status}}",
          },
        ],
        description: "Runs that ended in the time shown, by how they ended",
        noValue: "No runs",
      },
    ],
  },
];
