import { Construct } from "constructs";
import { foldersOf } from "../dashboards/folders";
import { blackboxProber } from "../helm/service-urls";
import type { KubernetesObject } from "../model/kubernetes-object";
import type { ServiceDeclaration } from "../model/service";
import { prometheusRules } from "../rules/prometheus-rules";
import { monitors } from "../targets/monitors";
import { probes } from "../targets/probes";
import { DashboardFolder } from "./dashboard-folder";
import { ExporterRelease } from "./exporter-release";
import type { GrafanaContent } from "./grafana-content";
import type { PlatformReleases } from "./platform-releases";
import { RawObjects } from "./raw-objects/raw-objects";
import type { RawObjectsChart } from "./raw-objects/raw-objects-chart";
import type { StackContext } from "./stack-context";

/** A declaration, and what it stands on. */
export interface MonitoredServiceProps extends StackContext {
  readonly service: ServiceDeclaration;
  readonly chart: RawObjectsChart;
  readonly releases: PlatformReleases;
  readonly content: GrafanaContent;
}

/**
 * Everything that one service's declaration becomes: a release with its rules, monitors and probes,
 * a release for each exporter, and its folders with dashboards. It touches nothing of any other service.
 */
export class MonitoredService extends Construct {
  constructor(scope: Construct, id: string, props: MonitoredServiceProps) {
    super(scope, id);
    const { service, environment, files } = props;
    const context = { environment, files };
    new RawObjects(this, "monitoring", {
      ...context,
      name: `${service.key}-monitoring`,
      chart: props.chart,
      objects: () => serviceObjects(props),
      dependsOn: [props.releases.operator.release],
    });
    for (const exporter of service.exporters) {
      new ExporterRelease(this, exporter.name, {
        ...context,
        exporter,
        service,
        dependsOn: [props.releases.operator.release],
      });
    }
    for (const folder of foldersOf(service)) {
      new DashboardFolder(this, folder.uid, {
        ...context,
        service,
        folder,
        teams: props.content.teams,
        dependsOn: props.content.ready,
      });
    }
  }
}

const serviceObjects = ({
  service,
  environment,
}: MonitoredServiceProps): readonly KubernetesObject[] => [
  ...prometheusRules(service, environment),
  ...monitors(service, environment),
  ...probes(service, environment, blackboxProber(environment)),
];
