import type { EnvironmentConfig } from "../../model/environment";
import type {
  DistributedKafkaTraces,
  DistributedTraces,
  StorePart,
  StorePartWithVolume,
} from "../../model/stores";
import { bucketRole } from "../parts/bucket-role";
import { chartVolume } from "../parts/chart-volume";
import { TEMPO_DISTRIBUTED } from "./chart";
import { containerResources } from "../parts/container-resources";
import type { Values } from "../parts/values";
import { queryLimits, remoteWrite } from "./span-metrics";
import { traceBucket } from "./trace-storage";

const MEBIBYTE = 1024 ** 2;

/** Share of its pod's memory that memcached fills; its default is 64 MiB. */
const CACHE_SHARE = 0.8;

/**
 * A stateless component. The chart spreads two replicas over nodes and lets one be unavailable at a
 * time.
 */
export const tempoPart = ({ replicas, resources }: StorePart): Values => ({
  replicas,
  resources: containerResources(resources),
});

/** A part's volume; the chart keeps its files in a folder that goes with the pod. */
export const tempoVolume = ({
  volume,
}: Pick<StorePartWithVolume, "volume">): Values => ({
  persistence: { enabled: true, ...chartVolume(volume, "storageClass") },
});

/** The metrics generator's settings, in the form of a version of Tempo. */
export interface MadeOfSpans {
  readonly processors: Values;
  readonly settings: Values;
  /** Whether TraceQL metrics queries are declared. */
  readonly measured: boolean;
}

/** What Tempo in parts has in either version. */
export const tempoParts = (
  environment: EnvironmentConfig,
  traces: DistributedTraces | DistributedKafkaTraces,
  { processors, settings, measured }: MadeOfSpans,
): Values => ({
  fullnameOverride: TEMPO_DISTRIBUTED.release,
  reportingEnabled: false,
  tempo: {
    podSecurityContext: { seccompProfile: { type: "RuntimeDefault" } },
  },
  serviceAccount: { annotations: bucketRole(traces.storage) },
  storage: { trace: traceBucket(traces.storage) },
  // The chart enables no receiver by default.
  traces: { otlp: { grpc: { enabled: true }, http: { enabled: true } } },
  distributor: tempoPart(traces.distributor),
  querier: tempoPart(traces.querier),
  queryFrontend: {
    ...tempoPart(traces.queryFrontend),
    ...(measured ? { config: queryLimits } : {}),
  },
  metricsGenerator: {
    enabled: true,
    ...tempoPart(traces.metricsGenerator),
    config: {
      processor: settings,
      storage: { remote_write: remoteWrite(environment) },
    },
  },
  overrides: { defaults: processors },
  memcached: {
    ...tempoPart(traces.cache),
    extraArgs: [
      `-m ${String(Math.floor((traces.cache.resources.memory.bytes / MEBIBYTE) * CACHE_SHARE))}`,
    ],
  },
  metaMonitoring: {
    serviceMonitor: {
      enabled: true,
      interval: environment.prometheus.scrapeInterval.toString(),
    },
  },
});
