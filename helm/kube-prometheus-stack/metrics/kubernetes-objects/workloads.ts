import type { ChartMetric } from "../../../../model/chart-metrics";
import { gauge, gauges, appearing } from "../../../parts/metrics/facts";

const DEPLOYMENT = ["namespace", "deployment"] as const;
const STATEFULSET = ["namespace", "statefulset"] as const;
const DAEMONSET = ["namespace", "daemonset"] as const;
const REPLICASET = ["namespace", "replicaset"] as const;
const JOB = ["namespace", "job_name"] as const;
const CRONJOB = ["namespace", "cronjob"] as const;
const HORIZONTALPODAUTOSCALER = [
  "namespace",
  "horizontalpodautoscaler",
] as const;
const PODDISRUPTIONBUDGET = ["namespace", "poddisruptionbudget"] as const;

/** Metrics of kube-state-metrics about workloads and their replicas. */
export const workloads: readonly ChartMetric[] = [
  ...gauges(
    DEPLOYMENT,
    "kube_deployment_status_replicas",
    "kube_deployment_status_replicas_ready",
    "kube_deployment_status_replicas_available",
    "kube_deployment_status_replicas_unavailable",
    "kube_deployment_status_replicas_updated",
    "kube_deployment_status_observed_generation",
    "kube_deployment_spec_replicas",
    "kube_deployment_spec_paused",
    "kube_deployment_metadata_generation",
    "kube_deployment_created",
  ),
  gauge(
    "kube_deployment_status_condition",
    ...DEPLOYMENT,
    "reason",
    "condition",
    "status",
  ),
  gauge("kube_deployment_owner", ...DEPLOYMENT, "owner_kind", "owner_name"),
  ...gauges(
    STATEFULSET,
    "kube_statefulset_status_replicas",
    "kube_statefulset_status_replicas_current",
    "kube_statefulset_status_replicas_ready",
    "kube_statefulset_status_replicas_available",
    "kube_statefulset_status_replicas_updated",
    "kube_statefulset_status_observed_generation",
    "kube_statefulset_replicas",
    "kube_statefulset_metadata_generation",
    "kube_statefulset_created",
  ),
  ...gauges(
    [...STATEFULSET, "revision"],
    "kube_statefulset_status_current_revision",
    "kube_statefulset_status_update_revision",
  ),
  ...gauges(
    DAEMONSET,
    "kube_daemonset_created",
    "kube_daemonset_status_current_number_scheduled",
    "kube_daemonset_status_desired_number_scheduled",
    "kube_daemonset_status_number_available",
    "kube_daemonset_status_number_misscheduled",
    "kube_daemonset_status_number_ready",
    "kube_daemonset_status_number_unavailable",
    "kube_daemonset_status_observed_generation",
    "kube_daemonset_status_updated_number_scheduled",
    "kube_daemonset_metadata_generation",
  ),
  ...gauges(
    REPLICASET,
    "kube_replicaset_status_replicas",
    "kube_replicaset_status_ready_replicas",
    "kube_replicaset_status_observed_generation",
    "kube_replicaset_spec_replicas",
    "kube_replicaset_metadata_generation",
    "kube_replicaset_created",
  ),
  gauge(
    "kube_replicaset_owner",
    ...REPLICASET,
    "owner_kind",
    "owner_name",
    "owner_is_controller",
  ),
  ...appearing(
    "with a Job",
    ...gauges(
      JOB,
      "kube_job_info",
      "kube_job_spec_parallelism",
      "kube_job_spec_completions",
      "kube_job_status_active",
      "kube_job_status_succeeded",
      "kube_job_status_start_time",
      "kube_job_created",
      "kube_job_status_suspended",
      "kube_job_status_ready",
    ),
    gauge(
      "kube_job_owner",
      ...JOB,
      "owner_kind",
      "owner_name",
      "owner_is_controller",
    ),
    gauge("kube_job_status_failed", ...JOB, "reason"),
  ),
  ...appearing(
    "after the first Job has succeeded",
    gauge("kube_job_complete", ...JOB, "condition"),
  ),
  ...appearing(
    "after the first Job has failed",
    gauge("kube_job_failed", ...JOB, "condition"),
  ),
  ...appearing(
    "with a CronJob",
    gauge(
      "kube_cronjob_info",
      ...CRONJOB,
      "schedule",
      "concurrency_policy",
      "timezone",
    ),
    ...gauges(
      CRONJOB,
      "kube_cronjob_created",
      "kube_cronjob_next_schedule_time",
      "kube_cronjob_status_active",
      "kube_cronjob_spec_suspend",
    ),
  ),
  ...appearing(
    "with a horizontal pod autoscaler",
    gauge(
      "kube_horizontalpodautoscaler_info",
      ...HORIZONTALPODAUTOSCALER,
      "scaletargetref_api_version",
      "scaletargetref_kind",
      "scaletargetref_name",
    ),
    ...gauges(
      HORIZONTALPODAUTOSCALER,
      "kube_horizontalpodautoscaler_metadata_generation",
      "kube_horizontalpodautoscaler_spec_max_replicas",
      "kube_horizontalpodautoscaler_spec_min_replicas",
      "kube_horizontalpodautoscaler_status_current_replicas",
      "kube_horizontalpodautoscaler_status_desired_replicas",
      "kube_horizontalpodautoscaler_created",
    ),
    ...gauges(
      [
        ...HORIZONTALPODAUTOSCALER,
        "metric_name",
        "metric_target_type",
        "container",
      ],
      "kube_horizontalpodautoscaler_spec_target_metric",
      "kube_horizontalpodautoscaler_status_target_metric",
    ),
    gauge(
      "kube_horizontalpodautoscaler_status_condition",
      ...HORIZONTALPODAUTOSCALER,
      "condition",
      "status",
    ),
  ),
  ...gauges(
    PODDISRUPTIONBUDGET,
    "kube_poddisruptionbudget_created",
    "kube_poddisruptionbudget_status_current_healthy",
    "kube_poddisruptionbudget_status_desired_healthy",
    "kube_poddisruptionbudget_status_pod_disruptions_allowed",
    "kube_poddisruptionbudget_status_expected_pods",
    "kube_poddisruptionbudget_status_observed_generation",
  ),
  ...appearing(
    "with a Job that has a deadline",
    ...gauges(JOB, "kube_job_spec_active_deadline_seconds"),
  ),
  ...appearing(
    "after the first Job has completed",
    ...gauges(JOB, "kube_job_status_completion_time"),
  ),
  ...appearing(
    "after the first Job has been scheduled",
    ...gauges(CRONJOB, "kube_cronjob_status_last_schedule_time"),
  ),
  ...appearing(
    "after the first success of a CronJob",
    ...gauges(CRONJOB, "kube_cronjob_status_last_successful_time"),
  ),
];
