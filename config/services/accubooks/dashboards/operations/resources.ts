import type { PanelDeclaration } from "../../../../../model/dashboard";
import { percent } from "../../../../../model/ratio";

const ROW = "System Resources";

/** Resource usage of the pods against their limits. */
export const resourcePanels: readonly PanelDeclaration[] = [
  {
    id: "cpu-usage",
    number: 14,
    title: "CPU usage",
    unit: "percentunit",
    thresholds: {
      kind: "steps",
      base: "green",
      steps: [{ colour: "red", from: percent(90) }],
    },
    queries: [
      {
        expr: 'namespace_pod:container_cpu_usage:ratio_limit{namespace="accubooks"}',
        legend: "{{pod}}",
      },
    ],
    description: "CPU of each pod as a share of its limit",
    noValue: "No pod has a limit",
    row: ROW,
  },
  {
    id: "pod-memory-usage",
    number: 15,
    title: "Memory usage",
    unit: "percentunit",
    thresholds: {
      kind: "steps",
      base: "green",
      steps: [{ colour: "red", from: percent(90) }],
    },
    queries: [
      {
        expr: 'namespace_pod:container_memory_working_set:ratio_limit{namespace="accubooks"}',
        legend: "{{pod}}",
      },
    ],
    description: "Memory of each pod as a share of its limit",
    noValue: "No pod has a limit",
    row: ROW,
  },
  {
    id: "network-i-o",
    number: 16,
    title: "Network I/O",
    unit: "Bps",
    width: 24,
    queries: [
      {
        expr: 'sum(rate(container_network_receive_bytes_total{namespace="accubooks"}[$__rate_interval]))',
        legend: "receive",
      },
      {
        expr: 'sum(rate(container_network_transmit_bytes_total{namespace="accubooks"}[$__rate_interval]))',
        legend: "transmit",
      },
    ],
    description: "Bytes that the pods receive and send",
    noValue: "No pods",
    row: ROW,
  },
];
