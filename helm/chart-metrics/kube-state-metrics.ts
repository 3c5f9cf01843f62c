import type { ChartMetrics } from "../../model/chart-metrics";
import { SERVICE_TARGET, counter, gauge } from "./facts";

const POD = ["namespace", "pod", "uid"] as const;
const CONTAINER = [...POD, "container"] as const;

/** @see https://github.com/kubernetes/kube-state-metrics/tree/main/docs/metrics */
export const kubeStateMetrics: ChartMetrics = {
  chart: "kube-state-metrics",
  targetLabels: SERVICE_TARGET,
  metrics: [
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
    gauge("kube_pod_status_phase", ...POD, "phase"),
    gauge("kube_pod_status_ready", ...POD, "condition"),
    counter("kube_pod_container_status_restarts_total", ...CONTAINER),
    gauge("kube_pod_container_status_waiting_reason", ...CONTAINER, "reason"),
    gauge(
      "kube_pod_container_status_last_terminated_reason",
      ...CONTAINER,
      "reason",
    ),
    gauge(
      "kube_pod_container_resource_limits",
      ...CONTAINER,
      "node",
      "resource",
      "unit",
    ),
    gauge(
      "kube_pod_container_resource_requests",
      ...CONTAINER,
      "node",
      "resource",
      "unit",
    ),
    gauge("kube_deployment_spec_replicas", "namespace", "deployment"),
    gauge(
      "kube_deployment_status_replicas_available",
      "namespace",
      "deployment",
    ),
    gauge(
      "kube_deployment_status_observed_generation",
      "namespace",
      "deployment",
    ),
    gauge("kube_statefulset_replicas", "namespace", "statefulset"),
    gauge("kube_statefulset_status_replicas_ready", "namespace", "statefulset"),
    gauge("kube_job_status_failed", "namespace", "job_name", "reason"),
    gauge("kube_job_status_succeeded", "namespace", "job_name"),
    gauge("kube_cronjob_status_last_successful_time", "namespace", "cronjob"),
    gauge("kube_node_status_condition", "node", "condition", "status"),
    gauge(
      "kube_persistentvolumeclaim_resource_requests_storage_bytes",
      "namespace",
      "persistentvolumeclaim",
    ),
  ],
};
