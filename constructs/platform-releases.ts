import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { deployedCharts } from "../helm/deployed-charts";
import { GRAFANA } from "../helm/grafana/chart";
import { grafanaValues } from "../helm/grafana/grafana-values";
import { KUBE_PROMETHEUS_STACK } from "../helm/kube-prometheus-stack/chart";
import { HOST_NAMESPACE } from "../helm/kube-prometheus-stack/exporters-values";
import { kubePrometheusStackValues } from "../helm/kube-prometheus-stack/kube-prometheus-stack-values";
import { chartReference } from "../helm/parts/chart";
import type { Chart } from "../helm/parts/chart";
import { PROMETHEUS_OPERATOR_CRDS } from "../helm/prometheus-operator-crds/chart";
import { prometheusOperatorCrdsValues } from "../helm/prometheus-operator-crds/prometheus-operator-crds-values";
import type { Service } from "../model/service";
import { Backups } from "./backups";
import { HelmRelease } from "./helm-release";
import { MonitoringPriority } from "./monitoring-priority";
import { NetworkPolicies } from "./network-policies";
import { PlatformNamespaces } from "./platform-namespaces";
import type { RawObjectsChart } from "./raw-objects/raw-objects-chart";
import { Reports } from "./reports";
import type { StackContext } from "./stack-context";

/** What the platform's releases need from the services. */
export interface PlatformReleasesProps extends StackContext {
  readonly services: readonly Service[];
  readonly chart: RawObjectsChart;
}

/** Every release that serves all systems, in the order in which an empty cluster needs them. */
export class PlatformReleases extends Construct {
  /**
   * Installs the operator, Prometheus and Alertmanager; whatever is a custom resource depends on
   * it.
   */
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
      PROMETHEUS_OPERATOR_CRDS,
      prometheusOperatorCrdsValues,
      [namespaces.platform],
    );
    this.operator = release(
      KUBE_PROMETHEUS_STACK,
      () => kubePrometheusStackValues(environment, services),
      [definitions.release, policies.ready, priorityClass],
    );
    const dependsOn = [this.operator.release];
    this.grafana = release(
      GRAFANA,
      () => grafanaValues(environment),
      dependsOn,
    );
    for (const deployed of deployedCharts) {
      for (const { chart, values } of deployed.releases(
        environment,
        services,
      )) {
        release(chart, values, dependsOn);
      }
    }
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
  }
}
