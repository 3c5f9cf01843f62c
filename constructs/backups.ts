import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { backupObjects } from "../kubernetes/backups/backup-objects";
import { RawObjects } from "./raw-objects/raw-objects";
import type { RawObjectsChart } from "./raw-objects/raw-objects-chart";
import type { StackContext } from "./stack-context";

/** Releases that the jobs depend on. */
export interface BackupsProps extends StackContext {
  readonly chart: RawObjectsChart;
  readonly dependsOn: readonly ITerraformDependable[];
}

/** The back-up jobs for state that no repository holds, where the environment makes back-ups. */
export class Backups extends Construct {
  constructor(scope: Construct, id: string, props: BackupsProps) {
    super(scope, id);
    const { environment } = props;
    if (environment.backups.kind === "off") return;
    new RawObjects(this, "jobs", {
      environment,
      files: props.files,
      name: "monitoring-backups",
      chart: props.chart,
      values: () => ({ objects: backupObjects(environment) }),
      dependsOn: props.dependsOn,
    });
  }
}
