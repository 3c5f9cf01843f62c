import { minutes } from "../../model/duration";
import type { RecordingGroup } from "../../model/recording-rule";

/** How near the pods of every system are to their limits. They keep the namespace of the pod and carry no `system`. */
export const recording: readonly RecordingGroup[] = [
  {
    name: "platform-pods",
    interval: minutes(1),
    rules: [
      {
        requirement: "PLAT-R1",
        record: "namespace_pod:container_memory_working_set:ratio_limit",
        system: "from-series",
        expr: `sum by (namespace, pod) (container_memory_working_set_bytes{container!="", container!="POD"})
  / (sum by (namespace, pod) (kube_pod_container_resource_limits{resource="memory"}) > 0)`,
      },
      {
        requirement: "PLAT-R2",
        record: "namespace_pod:container_cpu_usage_cores:rate5m",
        system: "from-series",
        expr: 'sum by (namespace, pod) (rate(container_cpu_usage_seconds_total{container!="", container!="POD"}[5m]))',
      },
      {
        requirement: "PLAT-R3",
        record: "namespace_pod:container_cpu_usage:ratio_limit",
        system: "from-series",
        expr: `namespace_pod:container_cpu_usage_cores:rate5m
  / (sum by (namespace, pod) (kube_pod_container_resource_limits{resource="cpu"}) > 0)`,
      },
    ],
  },
];
