import type { ChartMetrics } from "../../../model/chart-metrics";
import { always, bySet } from "../../../model/typical/typical";
import {
  SERVICE_TARGET,
  counters,
  gauge,
  gauges,
} from "../../parts/metrics/facts";
import { cluster } from "./kubernetes-objects/cluster";
import { objectValues } from "./kubernetes-objects/object-values";
import { pods } from "./kubernetes-objects/pods";
import { workloads } from "./kubernetes-objects/workloads";

/**
 * The state of Kubernetes' objects. The chart honours the exporter's labels, so `namespace`, `pod`
 * and `container` are those of the object.
 * @see https://github.com/kubernetes/kube-state-metrics/tree/main/docs/metrics
 */
export const kubeStateMetrics: ChartMetrics = {
  chart: "kube-state-metrics",
  targetLabels: SERVICE_TARGET,
  values: objectValues,
  typical: () => ({
    instances: [{ job: "kube-state-metrics", endpoint: "http" }],
    gauges: {
      kube_job_status_failed: bySet({
        'namespace="monitoring",job_name="report-weekly-1"': always(0),
      }),
    },
  }),
  metrics: [
    ...pods,
    ...workloads,
    ...cluster,
    ...counters(
      ["resource", "result"],
      "kube_state_metrics_list_total",
      "kube_state_metrics_watch_total",
    ),
    ...gauges([], "kube_state_metrics_total_shards"),
    gauge("kube_state_metrics_shard_ordinal", "shard_ordinal"),
  ],
};
