import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { networkPolicies } from "../kubernetes/network/network-policies";
import type { Service } from "../model/service";
import { RawObjects } from "./raw-objects/raw-objects";
import type { RawObjectsChart } from "./raw-objects/raw-objects-chart";
import type { StackContext } from "./stack-context";

/** Whose flows are allowed, and the namespaces in which everything else is refused. */
export interface NetworkPoliciesProps extends StackContext {
  readonly services: readonly Service[];
  readonly chart: RawObjectsChart;
  readonly dependsOn: readonly ITerraformDependable[];
}

/**
 * All network policies as one release: deny-all and the allowed flows are installed together or not
 * at all. It is installed before every pod, so that none starts without its policy.
 */
export class NetworkPolicies extends Construct {
  readonly ready: ITerraformDependable;

  constructor(scope: Construct, id: string, props: NetworkPoliciesProps) {
    super(scope, id);
    const { environment, services } = props;
    const objects = new RawObjects(this, "policies", {
      environment,
      files: props.files,
      name: "network-policies",
      chart: props.chart,
      values: () => ({ objects: networkPolicies(environment, services) }),
      dependsOn: props.dependsOn,
    });
    this.ready = objects.helm.release;
  }
}
