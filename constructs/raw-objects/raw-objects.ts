import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type {
  KubernetesDataObject,
  KubernetesObject,
} from "../../model/kubernetes-object";
import { HelmRelease } from "../helm-release";
import type { StackContext } from "../stack-context";
import type { RawObjectsChart } from "./raw-objects-chart";

/** Objects that belong together: they are installed, changed and removed as one. */
export interface RawObjectsProps extends StackContext {
  /** Name of the release. */
  readonly name: string;
  readonly chart: RawObjectsChart;
  /** The objects, made when the stack is written. */
  readonly values: () => {
    readonly objects: readonly (KubernetesObject | KubernetesDataObject)[];
  };
  readonly dependsOn: readonly ITerraformDependable[];
}

/**
 * Objects as one Helm release. Not `kubernetes_manifest`: that asks the cluster for the CRD when it
 * plans, so a first deployment to an empty cluster could not even be planned.
 */
export class RawObjects extends Construct {
  readonly helm: HelmRelease;

  constructor(scope: Construct, id: string, props: RawObjectsProps) {
    super(scope, id);
    this.helm = new HelmRelease(this, "objects", {
      environment: props.environment,
      files: props.files,
      name: props.name,
      chart: props.chart.reference,
      values: props.values,
      dependsOn: props.dependsOn,
    });
  }
}
