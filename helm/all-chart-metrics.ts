import type { ChartMetrics } from "../model/chart-metrics";
import { alertmanager } from "./kube-prometheus-stack/metrics/alertmanager";
import { alloyLogWriter } from "./alloy/metrics";
import { apiServer } from "./kube-prometheus-stack/metrics/api-server";
import { blackboxExporter } from "./blackbox-exporter/metrics";
import { goProcess } from "./parts/metrics/go-process";
import { grafana } from "./grafana/metrics";
import { kubeStateMetrics } from "./kube-prometheus-stack/metrics/kube-state-metrics";
import { kubelet } from "./kube-prometheus-stack/metrics/kubelet";
import { loki } from "./loki/metrics";
import { nodeExporter } from "./kube-prometheus-stack/metrics/node-exporter";
import { postgresExporter } from "./postgres-exporter/metrics";
import { prometheus } from "./kube-prometheus-stack/metrics/prometheus";
import { prometheusOperator } from "./kube-prometheus-stack/metrics/prometheus-operator";
import { pushgateway } from "./pushgateway/metrics";
import { redisExporter } from "./redis-exporter/metrics";
import { tempo } from "./tempo/metrics";

/** Every exporter of the deployed charts whose metrics somebody reads. A query may read no other. */
export const allChartMetrics: readonly ChartMetrics[] = [
  alertmanager,
  alloyLogWriter,
  apiServer,
  blackboxExporter,
  goProcess,
  grafana,
  kubeStateMetrics,
  kubelet,
  loki,
  nodeExporter,
  postgresExporter,
  prometheus,
  prometheusOperator,
  pushgateway,
  redisExporter,
  tempo,
];
