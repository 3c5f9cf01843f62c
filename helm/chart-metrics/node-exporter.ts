import type { ChartMetrics } from "../../model/chart-metrics";
import { SERVICE_TARGET, counter, gauge } from "./facts";

const FILESYSTEM = ["device", "device_error", "fstype", "mountpoint"] as const;

/** @see https://github.com/prometheus/node_exporter */
export const nodeExporter: ChartMetrics = {
  chart: "prometheus-node-exporter",
  targetLabels: SERVICE_TARGET,
  metrics: [
    counter("node_cpu_seconds_total", "cpu", "mode"),
    gauge("node_load1"),
    gauge("node_memory_MemAvailable_bytes"),
    gauge("node_memory_MemTotal_bytes"),
    gauge("node_filesystem_avail_bytes", ...FILESYSTEM),
    gauge("node_filesystem_size_bytes", ...FILESYSTEM),
    counter("node_network_receive_bytes_total", "device"),
    counter("node_network_transmit_bytes_total", "device"),
  ],
};
