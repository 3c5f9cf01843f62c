import { gibibytes, mebibytes } from "../../model/bytes";
import { counter, gauge } from "../../model/metric";
import {
  amountPerHour,
  between,
  never,
  perSecond,
} from "../../model/typical/typical";
import type { Level, Rate } from "../../model/typical/typical";
import type { Instance } from "./instances";
import { seriesOf, steady } from "./typical-series";
import type { TypicalSeries } from "./typical-series";

/** Memory limit of a healthy pod. */
export const POD_MEMORY = gibibytes(1);

const memory = between(
  mebibytes(300).bytes,
  mebibytes(400).bytes,
  mebibytes(550).bytes,
);

/**
 * What the kubelet and kube-state-metrics show of a healthy pod, as far as rules about the pods
 * of a system read it.
 * @see https://github.com/kubernetes/kube-state-metrics/tree/main/docs/metrics/workload
 */
export function workloadSeries({
  namespace = "",
  pod = "",
  container = "",
}: Instance): readonly TypicalSeries[] {
  const labels = { namespace, pod, container };
  // The network is the pod's, which has no container of its own.
  const network = { namespace, pod, interface: "eth0" };
  const limit = (resource: string, value: number): TypicalSeries =>
    steady(
      "kube_pod_container_resource_limits",
      { ...labels, resource },
      value,
    );
  const counted = (name: string, of: Instance, typical: Rate) =>
    seriesOf(name, counter({ help: "", typical }), {}, [of]);
  const measured = (name: string, of: Instance, typical: Level) =>
    seriesOf(name, gauge({ help: "", typical }), {}, [of]);
  return [
    ...counted("kube_pod_container_status_restarts_total", labels, never),
    ...counted(
      "container_cpu_usage_seconds_total",
      labels,
      amountPerHour(0.2 * 3600),
    ),
    ...counted(
      "container_network_receive_bytes_total",
      network,
      perSecond(200_000),
    ),
    ...counted(
      "container_network_transmit_bytes_total",
      network,
      perSecond(200_000),
    ),
    ...measured("container_memory_working_set_bytes", labels, memory),
    limit("memory", POD_MEMORY.bytes),
    limit("cpu", 1),
  ];
}
