import { minutes } from "../model/duration";
import type { RecordingGroupDeclaration } from "../model/recording-rule";

/**
 * Utilisation of every system's pods relative to their limits. The series keep the namespace of the
 * pod and have no `system`.
 */
export const recording: readonly RecordingGroupDeclaration[] = [
  {
    name: "platform-pods",
    rules: [
      {
        record: "namespace_pod:container_memory_working_set:ratio_limit",
        system: "from-series",
        expr: `sum by (namespace, pod) (container_memory_working_set_bytes{container!="", container!="POD"})
  / (sum by (namespace, pod) (kube_pod_container_resource_limits{resource="memory"}) > 0)`,
        proof: {
          cases: [
            {
              name: "two containers, their pod as a whole and its sandbox, limits of two kinds",
              series: {
                'container_memory_working_set_bytes{namespace="n", pod="p", container="a"}':
                  "100x10",
                'container_memory_working_set_bytes{namespace="n", pod="p", container="b"}':
                  "200x10",
                'container_memory_working_set_bytes{namespace="n", pod="p", container=""}':
                  "350x10",
                'container_memory_working_set_bytes{namespace="n", pod="p", container="POD"}':
                  "50x10",
                'kube_pod_container_resource_limits{namespace="n", pod="p", container="a", resource="memory"}':
                  "200x10",
                'kube_pod_container_resource_limits{namespace="n", pod="p", container="b", resource="memory"}':
                  "400x10",
                'kube_pod_container_resource_limits{namespace="n", pod="p", container="a", resource="cpu"}':
                  "2x10",
              },
              at: minutes(10),
              samples: [{ labels: { namespace: "n", pod: "p" }, value: 0.5 }],
            },
            {
              name: "a limit of zero",
              series: {
                'container_memory_working_set_bytes{namespace="n", pod="p", container="a"}':
                  "100x10",
                'kube_pod_container_resource_limits{namespace="n", pod="p", container="a", resource="memory"}':
                  "0x10",
              },
              at: minutes(10),
              samples: [],
            },
          ],
          equivalent: { "0 → 1": "no limit is a single byte" },
        },
      },
      {
        record: "namespace_pod:container_cpu_usage_cores:rate5m",
        system: "from-series",
        expr: 'sum by (namespace, pod) (rate(container_cpu_usage_seconds_total{container!="", container!="POD"}[5m]))',
        proof: {
          cases: [
            {
              name: "two containers, their pod as a whole and its sandbox",
              series: {
                'container_cpu_usage_seconds_total{namespace="n", pod="p", container="a"}':
                  "1000x6 1060x4",
                'container_cpu_usage_seconds_total{namespace="n", pod="p", container="b"}':
                  "1000x6 1060x4",
                'container_cpu_usage_seconds_total{namespace="n", pod="p", container=""}':
                  "1000x6 1130x4",
                'container_cpu_usage_seconds_total{namespace="n", pod="p", container="POD"}':
                  "1000x6 1010x4",
              },
              at: minutes(10),
              samples: [{ labels: { namespace: "n", pod: "p" }, value: 0.5 }],
            },
            {
              name: "all of it six minutes ago",
              series: {
                'container_cpu_usage_seconds_total{namespace="n", pod="p", container="a"}':
                  "1000x4 1060x6",
              },
              at: minutes(10),
              samples: [{ labels: { namespace: "n", pod: "p" }, value: 0 }],
            },
          ],
        },
      },
      {
        record: "namespace_pod:container_cpu_usage:ratio_limit",
        system: "from-series",
        expr: `namespace_pod:container_cpu_usage_cores:rate5m
  / (sum by (namespace, pod) (kube_pod_container_resource_limits{resource="cpu"}) > 0)`,
        proof: {
          cases: [
            {
              name: "two containers, limits of two kinds",
              series: {
                'container_cpu_usage_seconds_total{namespace="n", pod="p", container="a"}':
                  "1000+6x10",
                'kube_pod_container_resource_limits{namespace="n", pod="p", container="a", resource="cpu"}':
                  "0.1x10",
                'kube_pod_container_resource_limits{namespace="n", pod="p", container="b", resource="cpu"}':
                  "0.1x10",
                'kube_pod_container_resource_limits{namespace="n", pod="p", container="a", resource="memory"}':
                  "1000x10",
              },
              at: minutes(10),
              samples: [{ labels: { namespace: "n", pod: "p" }, value: 0.5 }],
            },
            {
              name: "a limit of zero",
              series: {
                'container_cpu_usage_seconds_total{namespace="n", pod="p", container="a"}':
                  "1000+6x10",
                'kube_pod_container_resource_limits{namespace="n", pod="p", container="a", resource="cpu"}':
                  "0x10",
              },
              at: minutes(10),
              samples: [],
            },
          ],
        },
      },
    ],
  },
];
