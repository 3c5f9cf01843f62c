import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { exporterRelease } from "../helm/exporter-release";
import { chartReference } from "../helm/parts/chart";
import type { Service } from "../model/service";
import type { Exporter } from "../model/target";
import { HelmRelease } from "./helm-release";
import type { StackContext } from "./stack-context";

/** An exporter, and the service that it measures. */
export interface ExporterReleaseProps extends StackContext {
  readonly exporter: Exporter;
  readonly service: Service;
  readonly dependsOn: readonly ITerraformDependable[];
}

/** The release of an exporter that stands beside a service. */
export class ExporterRelease extends Construct {
  constructor(scope: Construct, id: string, props: ExporterReleaseProps) {
    super(scope, id);
    const { exporter, service, environment } = props;
    const { chart, values } = exporterRelease(exporter);
    new HelmRelease(this, "exporter", {
      environment,
      files: props.files,
      name: exporter.name,
      chart: chartReference(environment, chart),
      values: () => values(environment, service.key),
      dependsOn: props.dependsOn,
    });
  }
}
