import type { ChartMetrics } from "../../model/chart-metrics";
import { alertmanager } from "./alertmanager";
import { blackboxExporter } from "./blackbox-exporter";
import { kubeStateMetrics } from "./kube-state-metrics";
import { kubelet } from "./kubelet";
import { nodeExporter } from "./node-exporter";
import { postgresExporter } from "./postgres-exporter";
import { prometheus } from "./prometheus";
import { redisExporter } from "./redis-exporter";

/** Every exporter of the deployed charts whose metrics somebody reads. A query may read no other. */
export const allChartMetrics: readonly ChartMetrics[] = [
  alertmanager,
  blackboxExporter,
  kubeStateMetrics,
  kubelet,
  nodeExporter,
  postgresExporter,
  prometheus,
  redisExporter,
];
