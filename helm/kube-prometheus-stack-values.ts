import type { EnvironmentConfig } from "../model/environment";
import { CHARTS } from "./chart-versions";
import { alertmanagerValues } from "./kube-prometheus-stack/alertmanager-values";
import { defaultRulesValues } from "./kube-prometheus-stack/default-rules-values";
import { exportersValues } from "./kube-prometheus-stack/exporters-values";
import { operatorValues } from "./kube-prometheus-stack/operator-values";
import { prometheusValues } from "./kube-prometheus-stack/prometheus-values";
import type { Values } from "./values";

/** What the stack's chart must know beyond the environment. */
export interface KubePrometheusStackInput {
  /** Alertmanager's configuration; it replaces the chart's. */
  readonly alertmanagerConfig: Values;
  /** Names of our alerts; a chart alert of one of these names is switched off. */
  readonly replacedAlerts: readonly string[];
}

/**
 * Operator, Prometheus, Alertmanager, node-exporter, kube-state-metrics and the chart's own rules and dashboards.
 * Custom resource definitions and Grafana have releases of their own.
 */
export const kubePrometheusStackValues = (
  environment: EnvironmentConfig,
  input: KubePrometheusStackInput,
): Values => ({
  fullnameOverride: CHARTS.kubePrometheusStack.release,
  crds: { enabled: false },
  grafana: {
    enabled: false,
    forceDeployDashboards: true,
    sidecar: {
      dashboards: { annotations: { grafana_folder: "Kubernetes" } },
    },
  },
  ...defaultRulesValues(input.replacedAlerts),
  ...prometheusValues(environment),
  ...alertmanagerValues(environment, input.alertmanagerConfig),
  ...operatorValues(),
  ...exportersValues(),
});
