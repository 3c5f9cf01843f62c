import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { alloyGatewayValues } from "../helm/alloy/alloy-gateway-values";
import { alloyLogsValues } from "../helm/alloy/alloy-logs-values";
import { blackboxExporterValues } from "../helm/blackbox-exporter/blackbox-exporter-values";
import { CHARTS, chartReference } from "../helm/chart-versions";
import type { Chart } from "../helm/chart-versions";
import { grafanaValues } from "../helm/grafana/grafana-values";
import { HOST_NAMESPACE } from "../helm/kube-prometheus-stack/exporters-values";
import { kubePrometheusStackValues } from "../helm/kube-prometheus-stack/kube-prometheus-stack-values";
import { lokiValues } from "../helm/loki/loki-values";
import { prometheusOperatorCrdsValues } from "../helm/prometheus-operator-crds/prometheus-operator-crds-values";
import { pushgatewayValues } from "../helm/pushgateway/pushgateway-values";
import { tempoChart, tempoValues } from "../helm/tempo/tempo-values";
import type { Service } from "../model/service";
import { Backups } from "./backups";
import { HelmRelease } from "./helm-release";
import { MonitoringPriority } from "./monitoring-priority";
import { NetworkPolicies } from "./network-policies";
import { PlatformNamespaces } from "./platform-namespaces";
import { Reports } from "./reports";
import type { RawObjectsChart } from "./raw-objects/raw-objects-chart";
import type { StackContext } from "./stack-context";

/** What the platform's releases must know of the services they serve. */
export interface PlatformReleasesProps extends StackContext {
  readonly services: readonly Service[];
  readonly chart: RawObjectsChart;
}

/** Every release that serves all systems, in the order in which an empty cluster needs them. */
export class PlatformReleases extends Construct {
  /** Installs the operator, Prometheus and Alertmanager; whatever is a custom resource depends on it. */
  readonly operator: HelmRelease;
  readonly grafana: HelmRelease;

  constructor(scope: Construct, id: string, props: PlatformReleasesProps) {
    super(scope, id);
    const { environment, services } = props;
    const namespaces = new PlatformNamespaces(this, "namespaces", {
      platform: environment.namespace,
      host: HOST_NAMESPACE,
    });
    const { priorityClass } = new MonitoringPriority(this, "priority");
    const policies = new NetworkPolicies(this, "network-policies", {
      environment,
      files: props.files,
      services,
      chart: props.chart,
      dependsOn: [namespaces.platform, namespaces.host],
    });
    const release = (
      chart: Chart,
      values: () => unknown,
      dependsOn: readonly ITerraformDependable[],
    ): HelmRelease =>
      new HelmRelease(this, chart.release, {
        environment,
        files: props.files,
        name: chart.release,
        chart: chartReference(environment, chart),
        values,
        dependsOn,
      });

    const definitions = release(
      CHARTS.operatorCrds,
      prometheusOperatorCrdsValues,
      [namespaces.platform],
    );
    this.operator = release(
      CHARTS.kubePrometheusStack,
      () => kubePrometheusStackValues(environment, services),
      [definitions.release, policies.ready, priorityClass],
    );
    const dependsOn = [this.operator.release];
    this.grafana = release(
      CHARTS.grafana,
      () => grafanaValues(environment),
      dependsOn,
    );
    release(CHARTS.loki, () => lokiValues(environment), dependsOn);
    release(
      tempoChart(environment),
      () => tempoValues(environment, services),
      dependsOn,
    );
    release(
      CHARTS.blackboxExporter,
      () => blackboxExporterValues(environment, services),
      dependsOn,
    );
    release(
      CHARTS.pushgateway,
      () => pushgatewayValues(environment),
      dependsOn,
    );
    new Backups(this, "backups", {
      environment,
      files: props.files,
      chart: props.chart,
      dependsOn,
    });
    new Reports(this, "reports", {
      environment,
      files: props.files,
      services,
      chart: props.chart,
      dependsOn,
    });
    release(
      CHARTS.alloyLogs,
      () => alloyLogsValues(environment, services),
      dependsOn,
    );
    release(
      CHARTS.alloyGateway,
      () => alloyGatewayValues(environment, services),
      dependsOn,
    );
  }
}
