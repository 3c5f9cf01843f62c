import { alloy } from "./alloy/alloy";
import { blackboxExporter } from "./blackbox-exporter/blackbox-exporter";
import { grafana } from "./grafana/grafana";
import { kubePrometheusStack } from "./kube-prometheus-stack/kube-prometheus-stack";
import { loki } from "./loki/loki";
import type { DeployedChart } from "./parts/deployed-chart";
import { postgresExporter } from "./postgres-exporter/postgres-exporter";
import { prometheusOperatorCrds } from "./prometheus-operator-crds/prometheus-operator-crds";
import { pushgateway } from "./pushgateway/pushgateway";
import { redisExporter } from "./redis-exporter/redis-exporter";
import { tempo } from "./tempo/tempo";

/** Every chart that is deployed; its folder holds the details. */
export const deployedCharts: readonly DeployedChart[] = [
  prometheusOperatorCrds,
  kubePrometheusStack,
  grafana,
  blackboxExporter,
  pushgateway,
  loki,
  tempo,
  alloy,
  redisExporter,
  postgresExporter,
];
