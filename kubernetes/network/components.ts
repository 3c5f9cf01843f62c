import { alloyComponents } from "../../helm/alloy/components";
import { blackboxExporterComponents } from "../../helm/blackbox-exporter/components";
import { deployedCharts } from "../../helm/deployed-charts";
import { exporterRelease } from "../../helm/exporter-release";
import { grafanaComponents } from "../../helm/grafana/components";
import { kubePrometheusStackComponents } from "../../helm/kube-prometheus-stack/components";
import { lokiComponents } from "../../helm/loki/components";
import { component, released } from "../../helm/parts/component";
import type { Component } from "../../helm/parts/component";
import { pushgatewayComponents } from "../../helm/pushgateway/components";
import { tempoComponents } from "../../helm/tempo/components";
import type { EnvironmentConfig } from "../../model/environment";
import type { Service } from "../../model/service";
import type { Exporter } from "../../model/target";
import { BACKUP_LABEL, backupJobs } from "../backups/backup-jobs";
import { REPORT_LABEL, reportJobs } from "../reports/report-jobs";

const certificateSolver = (environment: EnvironmentConfig): Component =>
  component(environment, {
    name: "certificate-solver",
    labels: { "acme.cert-manager.io/http01-solver": "true" },
    what: "cert-manager's answer to the issuer of a certificate, for a minute",
  });

/** Every component that flows refer to by name, whether the environment runs it or not. */
export const components = (environment: EnvironmentConfig) => ({
  ...kubePrometheusStackComponents(environment),
  ...grafanaComponents(environment),
  ...blackboxExporterComponents(environment),
  ...pushgatewayComponents(environment),
  ...lokiComponents(environment),
  ...tempoComponents(environment),
  ...alloyComponents(environment),
  certificateSolver: certificateSolver(environment),
});

/** The job of each back-up that the environment makes. */
export const backupComponents = (environment: EnvironmentConfig) =>
  backupJobs(environment).map((job) => ({
    job,
    component: component(environment, {
      name: `backup-${job.name}`,
      labels: { [BACKUP_LABEL]: job.name },
      what: job.what,
    }),
  }));

/** The job of each report that the environment sends. */
export const reportComponents = (environment: EnvironmentConfig) =>
  reportJobs(environment).map((job) => ({
    job,
    component: component(environment, {
      name: `report-${job.name}`,
      labels: { [REPORT_LABEL]: job.name },
      what: job.what,
    }),
  }));

/** Pods of the charts, including those whose only flow is being scraped. */
export const chartComponents = (
  environment: EnvironmentConfig,
): readonly Component[] =>
  deployedCharts.flatMap(({ components: own }) => own(environment));

/** An exporter that stands beside a service. */
export function exporterComponent(
  environment: EnvironmentConfig,
  { displayName }: Service,
  exporter: Exporter,
): Component {
  const { chart, ports } = exporterRelease(exporter).chart;
  return component(environment, {
    name: exporter.name,
    labels: released(chart, exporter.name),
    what: `queries a database of ${displayName}`,
    metricsPorts: [ports.http],
  });
}

/** Every component of an environment, each with a policy. */
export const allComponents = (
  environment: EnvironmentConfig,
  services: readonly Service[],
): readonly Component[] =>
  [
    ...chartComponents(environment),
    certificateSolver(environment),
    ...services.flatMap((service) =>
      service.exporters.map((exporter) =>
        exporterComponent(environment, service, exporter),
      ),
    ),
    ...backupComponents(environment).map(({ component: job }) => job),
    ...reportComponents(environment).map(({ component: job }) => job),
  ].filter(({ isRun }) => isRun);
