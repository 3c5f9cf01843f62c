import { PriorityClassV1 } from "@cdktf/provider-kubernetes/lib/priority-class-v1";
import { Construct } from "constructs";
import { PRIORITY_CLASS } from "../helm/parts/priority-class";

/**
 * The class that Prometheus, Alertmanager and Grafana name. It exists before they do: a pod of a
 * class that does not exist is refused.
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/
 */
export class MonitoringPriority extends Construct {
  readonly priorityClass: PriorityClassV1;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.priorityClass = new PriorityClassV1(this, "class", {
      metadata: { name: PRIORITY_CLASS.name },
      value: PRIORITY_CLASS.value,
      description: PRIORITY_CLASS.description,
      globalDefault: false,
    });
  }
}
