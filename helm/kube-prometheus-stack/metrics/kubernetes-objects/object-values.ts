import type { DocumentedValues } from "../../../../model/chart-metrics";
import { values } from "../../../../model/label-values";

const condition = values("true", "false", "unknown");

/**
 * Values that kube-state-metrics documents. Reasons of containers are left out: it passes on
 * whatever the kubelet says.
 * @see https://github.com/kubernetes/kube-state-metrics/tree/main/docs/metrics
 */
export const objectValues: DocumentedValues = {
  kube_pod_status_phase: {
    phase: values("Pending", "Running", "Succeeded", "Failed", "Unknown"),
  },
  kube_pod_status_ready: { condition },
  kube_pod_status_scheduled: { condition },
  kube_node_status_condition: { status: condition },
  kube_namespace_status_phase: { phase: values("Active", "Terminating") },
  kube_persistentvolumeclaim_status_phase: {
    phase: values("Bound", "Lost", "Pending"),
  },
  kube_persistentvolumeclaim_status_condition: { status: condition },
  kube_persistentvolume_status_phase: {
    phase: values("Pending", "Available", "Bound", "Released", "Failed"),
  },
  kube_deployment_status_condition: { status: condition },
  kube_horizontalpodautoscaler_status_condition: { status: condition },
  kube_job_complete: { condition },
  kube_job_failed: { condition },
};
