import { gibibytes, mebibytes } from "../../model/bytes";
import { counted, levelAt } from "../../model/typical/course";
import {
  always,
  amountPerHour,
  between,
  never,
  perSecond,
} from "../../model/typical/typical";
import type { Level, Rate } from "../../model/typical/typical";
import type { Instance } from "./instances";
import type { TypicalSeries } from "./typical-series";

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
  return [
    counterSeries("kube_pod_container_status_restarts_total", labels, never),
    counterSeries(
      "container_cpu_usage_seconds_total",
      labels,
      amountPerHour(0.2 * 3600),
    ),
    // The network is the pod's, which has no container of its own.
    ...["receive", "transmit"].map((direction) =>
      counterSeries(
        `container_network_${direction}_bytes_total`,
        { namespace, pod, interface: "eth0" },
        perSecond(200_000),
      ),
    ),
    gaugeSeries("container_memory_working_set_bytes", labels, memory),
    gaugeSeries(
      "kube_pod_container_resource_limits",
      { ...labels, resource: "memory" },
      always(gibibytes(1).bytes),
    ),
    gaugeSeries(
      "kube_pod_container_resource_limits",
      { ...labels, resource: "cpu" },
      always(1),
    ),
  ];
}

const counterSeries = (
  name: string,
  labels: Instance,
  rate: Rate,
): TypicalSeries => ({
  name,
  labels,
  // It restarted once, long ago.
  valueAt: ({ busy }) => counted(rate, busy, 1, 0, 1),
});

const gaugeSeries = (
  name: string,
  labels: Instance,
  level: Level,
): TypicalSeries => ({
  name,
  labels,
  valueAt: ({ at }) => levelAt(level, at, 0),
});
