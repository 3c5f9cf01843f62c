import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { CHARTS, chartReference } from "../helm/chart-versions";
import { postgresExporterValues } from "../helm/postgres-exporter/postgres-exporter-values";
import { redisExporterValues } from "../helm/redis-exporter/redis-exporter-values";
import { assertNever } from "../model/assert-never";
import type { EnvironmentConfig } from "../model/environment";
import type { Service } from "../model/service";
import type { Exporter } from "../model/target";
import { HelmRelease } from "./helm-release";
import type { StackContext } from "./stack-context";

/** An exporter, and the service that it speaks for. */
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
    new HelmRelease(this, "exporter", {
      environment,
      files: props.files,
      name: exporter.name,
      chart: chartReference(environment, chartOf(exporter)),
      values: () => valuesOf(exporter, environment, service.key),
      dependsOn: props.dependsOn,
    });
  }
}

function chartOf(exporter: Exporter) {
  switch (exporter.kind) {
    case "redis":
      return CHARTS.redisExporter;
    case "postgres":
      return CHARTS.postgresExporter;
    default:
      return assertNever(exporter);
  }
}

function valuesOf(
  exporter: Exporter,
  environment: EnvironmentConfig,
  system: string,
) {
  switch (exporter.kind) {
    case "redis":
      return redisExporterValues(environment, system, exporter);
    case "postgres":
      return postgresExporterValues(environment, system, exporter);
    default:
      return assertNever(exporter);
  }
}
