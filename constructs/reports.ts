import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { reportObjects } from "../kubernetes/reports/report-objects";
import type { Service } from "../model/service";
import { RawObjects } from "./raw-objects/raw-objects";
import type { RawObjectsChart } from "./raw-objects/raw-objects-chart";
import type { StackContext } from "./stack-context";

/** What the jobs report on, and the releases that they depend on. */
export interface ReportsProps extends StackContext {
  readonly services: readonly Service[];
  readonly chart: RawObjectsChart;
  readonly dependsOn: readonly ITerraformDependable[];
}

/** The jobs that send reports, where the environment sends any. */
export class Reports extends Construct {
  constructor(scope: Construct, id: string, props: ReportsProps) {
    super(scope, id);
    const { environment, services } = props;
    if (environment.reports.kind === "off") return;
    new RawObjects(this, "jobs", {
      environment,
      files: props.files,
      name: "monitoring-reports",
      chart: props.chart,
      values: () => ({ objects: reportObjects(environment, services) }),
      dependsOn: props.dependsOn,
    });
  }
}
