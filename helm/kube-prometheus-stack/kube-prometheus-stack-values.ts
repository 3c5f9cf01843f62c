import type { EnvironmentConfig } from "../../model/environment";
import type { Service } from "../../model/service";
import type { Values } from "../parts/values";
import { alertmanagerValues } from "./alertmanager-values";
import { KUBE_PROMETHEUS_STACK } from "./chart";
import { defaultRulesValues } from "./default-rules-values";
import { exportersValues } from "./exporters-values";
import { operatorValues } from "./operator-values";
import { prometheusValues } from "./prometheus-values";

/**
 * Operator, Prometheus, Alertmanager, node-exporter, kube-state-metrics and the chart's own rules
 * and dashboards. Custom resource definitions and Grafana have releases of their own.
 */
export const kubePrometheusStackValues = (
  environment: EnvironmentConfig,
  services: readonly Service[],
): Values => ({
  fullnameOverride: KUBE_PROMETHEUS_STACK.release,
  crds: { enabled: false },
  grafana: {
    enabled: false,
    forceDeployDashboards: true,
    sidecar: {
      dashboards: { annotations: { grafana_folder: "Kubernetes" } },
    },
  },
  ...defaultRulesValues(services),
  ...prometheusValues(environment, services),
  ...alertmanagerValues(environment, services),
  ...operatorValues(),
  ...exportersValues(environment),
});
