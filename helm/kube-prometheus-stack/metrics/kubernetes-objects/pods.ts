import type { ChartMetric } from "../../../../model/chart-metrics";
import {
  counter,
  gauge,
  gauges,
  appearing,
} from "../../../parts/metrics/facts";

const POD = ["namespace", "pod", "uid"] as const;

/** Metrics of kube-state-metrics about pods and their containers. */
export const pods: readonly ChartMetric[] = [
  gauge(
    "kube_pod_info",
    ...POD,
    "host_ip",
    "pod_ip",
    "node",
    "created_by_kind",
    "created_by_name",
    "priority_class",
    "host_network",
  ),
  ...gauges(
    POD,
    "kube_pod_start_time",
    "kube_pod_status_initialized_time",
    "kube_pod_status_ready_time",
    "kube_pod_status_container_ready_time",
    "kube_pod_created",
    "kube_pod_status_scheduled_time",
  ),
  gauge(
    "kube_pod_owner",
    ...POD,
    "owner_kind",
    "owner_name",
    "owner_is_controller",
  ),
  gauge("kube_pod_status_phase", ...POD, "phase"),
  gauge("kube_pod_status_qos_class", ...POD, "qos_class"),
  ...gauges(
    [...POD, "condition"],
    "kube_pod_status_ready",
    "kube_pod_status_scheduled",
  ),
  gauge(
    "kube_pod_container_info",
    ...POD,
    "container",
    "image",
    "image_id",
    "image_spec",
    "container_id",
  ),
  ...gauges(
    [...POD, "container"],
    "kube_pod_container_status_waiting",
    "kube_pod_container_status_running",
    "kube_pod_container_state_started",
    "kube_pod_container_status_terminated",
    "kube_pod_container_status_ready",
  ),
  counter("kube_pod_container_status_restarts_total", ...POD, "container"),
  ...gauges(
    [...POD, "resource", "unit", "container", "node"],
    "kube_pod_container_resource_requests",
    "kube_pod_container_resource_limits",
  ),
  gauge(
    "kube_pod_spec_volumes_persistentvolumeclaims_info",
    ...POD,
    "volume",
    "persistentvolumeclaim",
    "ephemeral",
  ),
  ...appearing(
    "while a pod has a reason, as after an eviction",
    gauge("kube_pod_status_reason", ...POD, "reason"),
  ),
  gauge("kube_pod_service_account", ...POD, "service_account"),
  ...appearing(
    "after the first pod has completed",
    ...gauges(POD, "kube_pod_completion_time"),
  ),
  ...appearing(
    "while a pod cannot be scheduled",
    ...gauges(
      POD,
      "kube_pod_status_unschedulable",
      "kube_pod_status_unscheduled_time",
    ),
  ),
  ...appearing(
    "while a container waits",
    ...gauges(
      [...POD, "container", "reason"],
      "kube_pod_container_status_waiting_reason",
    ),
  ),
  ...appearing(
    "while a container is terminated",
    ...gauges(
      [...POD, "container", "reason"],
      "kube_pod_container_status_terminated_reason",
    ),
  ),
  ...appearing(
    "after the first restart of a container",
    ...gauges(
      [...POD, "container", "reason"],
      "kube_pod_container_status_last_terminated_reason",
    ),
    ...gauges(
      [...POD, "container"],
      "kube_pod_container_status_last_terminated_exitcode",
      "kube_pod_container_status_last_terminated_timestamp",
    ),
  ),
];
