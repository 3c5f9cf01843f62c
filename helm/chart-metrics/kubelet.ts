import type { ChartMetrics } from "../../model/chart-metrics";
import { SERVICE_TARGET, counter, gauge } from "./facts";

const CONTAINER = [
  "namespace",
  "pod",
  "container",
  "id",
  "image",
  "name",
] as const;
const VOLUME = ["namespace", "persistentvolumeclaim"] as const;

/** The kubelet and, inside of it, cAdvisor. @see https://github.com/google/cadvisor/blob/master/docs/storage/prometheus.md */
export const kubelet: ChartMetrics = {
  chart: "kube-prometheus-stack kubelet",
  targetLabels: [...SERVICE_TARGET, "node", "metrics_path"],
  metrics: [
    counter("container_cpu_usage_seconds_total", ...CONTAINER, "cpu"),
    counter("container_cpu_cfs_throttled_periods_total", ...CONTAINER),
    counter("container_cpu_cfs_periods_total", ...CONTAINER),
    gauge("container_memory_working_set_bytes", ...CONTAINER),
    gauge("container_memory_rss", ...CONTAINER),
    counter("container_oom_events_total", ...CONTAINER),
    counter(
      "container_network_receive_bytes_total",
      "namespace",
      "pod",
      "interface",
      "id",
      "image",
      "name",
    ),
    counter(
      "container_network_transmit_bytes_total",
      "namespace",
      "pod",
      "interface",
      "id",
      "image",
      "name",
    ),
    gauge("kubelet_volume_stats_available_bytes", ...VOLUME),
    gauge("kubelet_volume_stats_capacity_bytes", ...VOLUME),
    gauge("kubelet_volume_stats_used_bytes", ...VOLUME),
    gauge("kubelet_volume_stats_inodes_free", ...VOLUME),
  ],
};
