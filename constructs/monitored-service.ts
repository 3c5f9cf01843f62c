import { Construct } from "constructs";
import { foldersOf } from "../dashboards/folders";
import { withGeneratedDashboards } from "../dashboards/with-generated-dashboards";
import { collectionJobObjects } from "../kubernetes/collection-job-objects";
import { ownerPolicies } from "../kubernetes/network/owner-policies";
import { serviceObjectsValues } from "../helm/raw-objects/service-objects-values";
import { tracingSettings } from "../kubernetes/tracing-settings";
import { containerProbesObject } from "../model/container-probe";
import { targetsInside } from "../model/outside-target";
import type { Service } from "../model/service";
import { tracedWorkloads } from "../model/service-traces";
import { sloDefinitions } from "../prometheus/slo/slo-definitions";
import { DashboardFolder } from "./dashboard-folder";
import { ExporterRelease } from "./exporter-release";
import type { GrafanaContent } from "./grafana-content";
import type { PlatformReleases } from "./platform-releases";
import { RawObjects } from "./raw-objects/raw-objects";
import type { RawObjectsChart } from "./raw-objects/raw-objects-chart";
import type { StackContext } from "./stack-context";

/** A declaration, and the releases that it depends on. */
export interface MonitoredServiceProps extends StackContext {
  readonly service: Service;
  readonly chart: RawObjectsChart;
  readonly releases: PlatformReleases;
  readonly content: GrafanaContent;
}

/**
 * All resources of one service's declaration: a release with its rules, monitors and probes, a
 * release for each exporter, the definitions of its SLOs as a file, and its folders with all
 * dashboards, declared and generated. It touches nothing of any other service.
 */
export class MonitoredService extends Construct {
  constructor(scope: Construct, id: string, props: MonitoredServiceProps) {
    super(scope, id);
    const { environment, files } = props;
    const service = withGeneratedDashboards(props.service);
    const context = { environment, files };
    new RawObjects(this, "monitoring", {
      ...context,
      name: `${service.key}-monitoring`,
      chart: props.chart,
      values: () => serviceObjectsValues(service, environment),
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
    if (service.containerProbes !== undefined) {
      // For the owner of the workload to copy; the workload itself is not ours to change.
      files.add(`workloads/${service.key}-probes.json`, () =>
        JSON.stringify(
          service.containerProbes?.map(containerProbesObject),
          null,
          2,
        ),
      );
    }
    if (service.collectionJobs !== undefined) {
      // For the owner too: program and image are the application's.
      files.add(`workloads/${service.key}-collection-jobs.json`, () =>
        JSON.stringify(collectionJobObjects(service, environment), null, 2),
      );
    }
    if (tracedWorkloads(service).length > 0) {
      // For the owner too: where an application sends its traces, and with which attributes.
      files.add(`workloads/${service.key}-tracing.json`, () =>
        JSON.stringify(tracingSettings(service, environment), null, 2),
      );
    }
    if (targetsInside(environment, service).length > 0) {
      // For the owner of the namespace: only the owner knows the other clients of these pods.
      files.add(`workloads/${service.key}-network-policies.json`, () =>
        JSON.stringify(ownerPolicies(service, environment), null, 2),
      );
    }
    if (service.slos.length > 0) {
      // For the application: its status page must show these numbers and not compute its own.
      files.add(`slos/${service.key}.json`, () =>
        JSON.stringify(sloDefinitions(service), null, 2),
      );
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
