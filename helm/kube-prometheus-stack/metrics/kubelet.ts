import type { ChartMetrics } from "../../../model/chart-metrics";
import { always, between, bySet } from "../../../model/typical/typical";
import {
  SERVICE_TARGET,
  counter,
  counters,
  gauge,
  gauges,
  histogram,
  appearing,
} from "../../parts/metrics/facts";

const POD = ["namespace", "pod", "id", "image", "name"] as const;
const CONTAINER = [...POD, "container"] as const;
const VOLUME = ["namespace", "persistentvolumeclaim"] as const;

const PROMETHEUS_VOLUME =
  'namespace="monitoring",persistentvolumeclaim="prometheus-0"';

/** Bounds that Kubernetes uses where it says nothing else. */
const DEFAULT_BUCKETS = [
  0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
];

/**
 * The kubelet and, inside of it, cAdvisor. The chart honours their labels, so `namespace`, `pod`
 * and `container` are those of what is measured; series that it drops by default
 * (`container_spec_…`, `container_cpu_user_seconds_total`) are left out.
 * @see https://kubernetes.io/docs/reference/instrumentation/metrics/
 * @see https://github.com/google/cadvisor/blob/master/docs/storage/prometheus.md
 */
export const kubelet: ChartMetrics = {
  chart: "kube-prometheus-stack kubelet",
  targetLabels: [...SERVICE_TARGET, "node", "metrics_path"],
  typical: () => ({
    instances: [{ job: "kubelet", endpoint: "https-metrics", node: "node-1" }],
    gauges: {
      kubelet_volume_stats_available_bytes: bySet({
        [PROMETHEUS_VOLUME]: between(60e9, 80e9, 90e9),
      }),
      kubelet_volume_stats_capacity_bytes: bySet({
        [PROMETHEUS_VOLUME]: always(200e9),
      }),
    },
  }),
  metrics: [
    counter("container_cpu_usage_seconds_total", ...CONTAINER, "cpu"),
    ...counters(
      CONTAINER,
      "container_cpu_cfs_periods_total",
      "container_cpu_cfs_throttled_periods_total",
      "container_memory_failcnt",
      "container_oom_events_total",
    ),
    counter(
      "container_memory_failures_total",
      ...CONTAINER,
      "failure_type",
      "scope",
    ),
    ...gauges(
      CONTAINER,
      "container_last_seen",
      "container_memory_cache",
      "container_memory_max_usage_bytes",
      "container_memory_rss",
      "container_memory_usage_bytes",
      "container_memory_working_set_bytes",
      "container_processes",
      "container_sockets",
      "container_start_time_seconds",
      "container_threads",
    ),
    ...counters(
      [...CONTAINER, "device"],
      "container_fs_reads_bytes_total",
      "container_fs_reads_total",
      "container_fs_writes_bytes_total",
      "container_fs_writes_total",
    ),
    ...gauges(
      [...CONTAINER, "device"],
      "container_fs_limit_bytes",
      "container_fs_usage_bytes",
    ),
    ...counters(
      [...POD, "interface"],
      "container_network_receive_bytes_total",
      "container_network_receive_errors_total",
      "container_network_receive_packets_dropped_total",
      "container_network_receive_packets_total",
      "container_network_transmit_bytes_total",
      "container_network_transmit_errors_total",
      "container_network_transmit_packets_dropped_total",
      "container_network_transmit_packets_total",
    ),
    ...gauges(
      ["boot_id", "machine_id", "system_uuid"],
      "machine_cpu_cores",
      "machine_memory_bytes",
    ),
    ...gauges(
      VOLUME,
      "kubelet_volume_stats_available_bytes",
      "kubelet_volume_stats_capacity_bytes",
      "kubelet_volume_stats_used_bytes",
      "kubelet_volume_stats_inodes",
      "kubelet_volume_stats_inodes_free",
      "kubelet_volume_stats_inodes_used",
    ),
    gauge("kubelet_node_name", "node"),
    ...gauges(
      [],
      "kubelet_running_pods",
      "kubelet_certificate_manager_client_ttl_seconds",
    ),
    gauge("kubelet_running_containers", "container_state"),
    ...appearing(
      "after the first eviction",
      counter("kubelet_evictions", "eviction_signal"),
    ),
    ...counters(
      [],
      "kubelet_certificate_manager_client_expiration_renew_errors",
    ),
    ...counters(["operation_type"], "kubelet_runtime_operations_total"),
    histogram("kubelet_pleg_relist_duration_seconds", DEFAULT_BUCKETS),
    histogram(
      "kubelet_pod_worker_duration_seconds",
      DEFAULT_BUCKETS,
      "operation_type",
    ),
    counter("rest_client_requests_total", "code", "host", "method"),
    ...appearing(
      "after the first error of the container runtime",
      ...counters(
        ["operation_type"],
        "kubelet_runtime_operations_errors_total",
      ),
    ),
    ...appearing(
      "where the kubelet renews the certificate that it serves with",
      ...gauges([], "kubelet_certificate_manager_server_ttl_seconds"),
      ...counters([], "kubelet_server_expiration_renew_errors"),
    ),
  ],
};
