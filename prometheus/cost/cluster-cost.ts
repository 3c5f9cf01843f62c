import { USUAL_CLUSTER } from "../../model/cluster-size";
import type { EnvironmentConfig } from "../../model/environment";

/**
 * Series that exporters show of themselves, by orders of magnitude: clusters differ. `count by
 * (job) ({__name__!=""})` says how many a running one has.
 */
const SERIES = {
  /**
   * The API server, most of it its histograms.
   * @see https://github.com/alphagov/govuk-infrastructure/pull/900 a cluster with 870 pods
   */
  apiServer: 40_000,
  /**
   * The node exporter, with its default collectors.
   * @see https://tanmay-bhat.github.io/posts/how-to-prevent-metrics-explosion-in-prometheus/
   */
  nodeExporter: 1_000,
  /** The kubelet's own, most of it histograms of its requests and of what it runs. */
  kubelet: 1_500,
  /**
   * A pod with one container, in kube-state-metrics.
   * @see https://github.com/kubernetes/kube-state-metrics/tree/main/docs/metrics/workload
   */
  stateOfPod: 50,
  /**
   * The same in cAdvisor, without what the chart drops.
   * @see https://github.com/google/cadvisor/blob/master/docs/storage/prometheus.md
   */
  usageOfPod: 70,
  /** A pod of the platform: Prometheus, Alertmanager, Loki, Tempo, Alloy, Grafana. */
  platformPod: 1_500,
};

/** What a part of the cluster costs. */
export interface ClusterPart {
  readonly name: string;
  readonly series: number;
  readonly samplesPerSecond: number;
}

/** What the cluster and the platform themselves cost, by numbers of nodes and pods. */
export function clusterCost(
  environment: EnvironmentConfig,
): readonly ClusterPart[] {
  const { nodes, pods } = environment.cluster.size ?? USUAL_CLUSTER;
  const interval = environment.prometheus.scrapeInterval.seconds;
  const part = (name: string, series: number): ClusterPart => ({
    name,
    series,
    samplesPerSecond: series / interval,
  });
  return [
    part("API server", SERIES.apiServer),
    part("nodes", nodes * (SERIES.nodeExporter + SERIES.kubelet)),
    part("pods", pods * (SERIES.stateOfPod + SERIES.usageOfPod)),
    part("platform", platformPods(environment, nodes) * SERIES.platformPod),
  ];
}

/** Alloy runs on each node besides. */
const platformPods = (
  { prometheus, alertmanager, grafana, alloy, logs, traces }: EnvironmentConfig,
  nodes: number,
): number =>
  nodes +
  [prometheus, alertmanager, grafana, alloy, { logs, traces }]
    .map(replicasIn)
    .reduce((sum, count) => sum + count, 0);

/** All replicas that a part of an environment declares; a store without them is one pod. */
function replicasIn(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  return Object.entries(value).reduce<number>(
    (sum, [key, inner]: [string, unknown]) =>
      sum + (key === "replicas" ? Number(inner) : replicasIn(inner)),
    0,
  );
}
