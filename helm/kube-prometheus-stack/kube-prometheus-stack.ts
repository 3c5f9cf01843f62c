import { routingSecrets } from "../../alertmanager/secrets";
import type { DeployedChart } from "../parts/deployed-chart";
import { readBy } from "../parts/secret-use";
import { KUBE_PROMETHEUS_STACK } from "./chart";
import { kubePrometheusStackComponents } from "./components";
import { alertmanager } from "./metrics/alertmanager";
import { apiServer } from "./metrics/api-server";
import { kubeStateMetrics } from "./metrics/kube-state-metrics";
import { kubelet } from "./metrics/kubelet";
import { nodeExporter } from "./metrics/node-exporter";
import { prometheus } from "./metrics/prometheus";
import { prometheusOperator } from "./metrics/prometheus-operator";

/** The operator, and what it runs: released first, since all others wait for it. */
export const kubePrometheusStack: DeployedChart = {
  charts: [KUBE_PROMETHEUS_STACK],
  releases: () => [],
  metrics: [
    alertmanager,
    apiServer,
    kubeStateMetrics,
    kubelet,
    nodeExporter,
    prometheus,
    prometheusOperator,
  ],
  components: (environment) =>
    Object.values(kubePrometheusStackComponents(environment)),
  secrets: (environment, services) => [
    ...readBy("alertmanager", routingSecrets(environment, services)),
    ...(environment.metrics.kind === "thanos"
      ? readBy("prometheus", [environment.metrics.objectStorage])
      : []),
  ],
};
