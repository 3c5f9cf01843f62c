import type { ChartMetrics } from "../../model/chart-metrics";
import { alertmanager } from "./alertmanager";
import { alloyLogWriter } from "./alloy-log-writer";
import { apiServer } from "./api-server";
import { blackboxExporter } from "./blackbox-exporter";
import { goProcess } from "./go-process";
import { grafana } from "./grafana";
import { kubeStateMetrics } from "./kube-state-metrics";
import { kubelet } from "./kubelet";
import { loki } from "./loki";
import { nodeExporter } from "./node-exporter";
import { postgresExporter } from "./postgres-exporter";
import { prometheus } from "./prometheus";
import { prometheusOperator } from "./prometheus-operator";
import { pushgateway } from "./pushgateway";
import { redisExporter } from "./redis-exporter";
import { tempo } from "./tempo";

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
