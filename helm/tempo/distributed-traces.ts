import type { EnvironmentConfig } from "../../model/environment";
import type { DistributedTraces } from "../../model/stores";
import type { Values } from "../parts/values";
import { blocksOfLateSpans } from "./late-spans";
import { GENERATOR_DISK, processorSettings, processors } from "./span-metrics";
import type { SpansAsked } from "./span-metrics";
import { tempoPart, tempoParts, tempoVolume } from "./tempo-parts";

/**
 * Tempo 2.10 in parts; docs/adr/0012-tempo-without-kafka.md says why not 3.
 * @see
 *   https://github.com/grafana-community/helm-charts/tree/tempo-distributed-2.26.2/charts/tempo-distributed
 */
export const distributedTraces = (
  environment: EnvironmentConfig,
  traces: DistributedTraces,
  { measured, late }: SpansAsked,
): Values => {
  const parts = tempoParts(environment, traces, {
    processors: processors(measured, late),
    settings: processorSettings(measured),
    measured,
  });
  return {
    ...parts,
    tempo: { ...(parts["tempo"] as Values), ...blocksOfLateSpans(late) },
    metricsGenerator: {
      ...(parts["metricsGenerator"] as Values),
      // A pod that uses more is replaced; its node is not affected.
      ...(measured
        ? { walEmptyDir: { sizeLimit: GENERATOR_DISK.toKubernetes() } }
        : {}),
    },
    ingester: {
      ...tempoPart(traces.ingester),
      ...tempoVolume(traces.ingester),
      // The chart's budget would allow all but two to be unavailable, and a trace lies on any three
      // of them.
      maxUnavailable: 1,
      config: { replication_factor: traces.replication },
    },
    compactor: {
      ...tempoPart(traces.compactor),
      config: { compaction: { block_retention: traces.retention.toHours() } },
    },
  };
};
