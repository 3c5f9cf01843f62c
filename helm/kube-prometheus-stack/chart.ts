import { PROMETHEUS_COMMUNITY } from "../parts/chart";
import type { Chart } from "../parts/chart";
import { HOST_NAMESPACE } from "./exporters-values";

/** Operator, Prometheus, Alertmanager, node-exporter and kube-state-metrics. */
export const KUBE_PROMETHEUS_STACK = {
  chart: "kube-prometheus-stack",
  repository: PROMETHEUS_COMMUNITY,
  version: "88.5.3",
  appVersion: "v0.93.1",
  release: "kps",
  ports: {
    prometheus: 9090,
    /** A Thanos Query asks it for what is not in the archive yet. */
    thanosSidecar: 10901,
    alertmanager: 9093,
    alertmanagerGossip: 9094,
    /** Metrics of what reloads the configuration, beside either. */
    configReloader: 8080,
    operator: 10250,
    kubeStateMetrics: 8080,
    nodeExporter: 9100,
  },
  hardening: {
    exceptions: [
      {
        workload: "kps-prometheus-node-exporter",
        namespace: HOST_NAMESPACE,
        level: "privileged",
        reason:
          "reads the node itself: its network, processes and file systems",
      },
    ],
    wakesPeople: ["kps-prometheus", "kps-alertmanager"],
  },
} as const satisfies Chart;
