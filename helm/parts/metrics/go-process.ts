import type { ChartMetrics } from "../../../model/chart-metrics";
import { SERVICE_TARGET, counters, gauge, gauges } from "./facts";

/** Metrics that every exporter written in Go exposes about its own process. */
export const goProcess: ChartMetrics = {
  chart: "any",
  targetLabels: [...SERVICE_TARGET, "node", "metrics_path"],
  metrics: [
    gauge("go_gc_duration_seconds", "quantile"),
    ...counters(
      [],
      "go_gc_duration_seconds_count",
      "go_gc_duration_seconds_sum",
      "process_cpu_seconds_total",
      "process_network_receive_bytes_total",
      "process_network_transmit_bytes_total",
    ),
    ...gauges(
      [],
      "go_goroutines",
      "go_memstats_alloc_bytes",
      "go_memstats_heap_alloc_bytes",
      "go_memstats_heap_idle_bytes",
      "go_memstats_heap_inuse_bytes",
      "go_memstats_heap_objects",
      "go_memstats_last_gc_time_seconds",
      "go_memstats_next_gc_bytes",
      "go_memstats_stack_inuse_bytes",
      "go_memstats_sys_bytes",
      "go_threads",
      "process_max_fds",
      "process_open_fds",
      "process_resident_memory_bytes",
      "process_start_time_seconds",
      "process_virtual_memory_bytes",
      "process_virtual_memory_max_bytes",
    ),
    gauge("go_info", "version"),
  ],
};
