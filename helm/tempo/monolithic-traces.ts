import type { EnvironmentConfig } from "../../model/environment";
import type { MonolithicTraces } from "../../model/stores";
import { bucketRole } from "../parts/bucket-role";
import { chartVolume } from "../parts/chart-volume";
import { TEMPO } from "./chart";
import { containerResources } from "../parts/container-resources";
import {
  RESTRICTED_CONTAINER,
  restrictedPod,
} from "../parts/security-contexts";
import type { Values } from "../parts/values";
import {
  processorSettings,
  processors,
  queryLimits,
  remoteWrite,
} from "./span-metrics";
import type { SpansAsked } from "./span-metrics";
import { traceStorage } from "./trace-storage";

/** User that the chart's image runs as. */
const USER = 10001;

/**
 * Receivers of other protocols, which Alloy offers instead. The chart requires the keys, so they
 * listen on the loopback address.
 */
const UNREACHABLE_JAEGER: Values = {
  protocols: {
    grpc: { endpoint: "127.0.0.1:14250" },
    thrift_binary: { endpoint: "127.0.0.1:6832" },
    thrift_compact: { endpoint: "127.0.0.1:6831" },
    thrift_http: { endpoint: "127.0.0.1:14268" },
  },
};

/**
 * Tempo as one process. It cannot have replicas: they would not share data.
 * @see https://github.com/grafana-community/helm-charts/tree/tempo-2.2.4/charts/tempo
 */
export const monolithicTraces = (
  environment: EnvironmentConfig,
  traces: MonolithicTraces,
  { measured, late }: SpansAsked,
): Values => ({
  fullnameOverride: TEMPO.release,
  replicas: 1,
  tempo: {
    reportingEnabled: false,
    // Ballast that only helps the garbage collector of a large process.
    memBallastSizeMbs: 0,
    retention: traces.retention.toHours(),
    storage: { trace: traceStorage(traces.storage) },
    receivers: { jaeger: UNREACHABLE_JAEGER },
    metricsGenerator: {
      enabled: true,
      processor: processorSettings(measured),
      // On the volume, so that unsent samples survive a restart.
      storage: {
        path: "/var/tempo/metrics",
        remote_write: remoteWrite(environment),
      },
      traces_storage: { path: "/var/tempo/generator-traces" },
    },
    ...(measured ? { queryFrontend: queryLimits } : {}),
    overrides: { defaults: processors(measured, late) },
    resources: containerResources(traces.resources),
    securityContext: RESTRICTED_CONTAINER,
  },
  securityContext: { ...restrictedPod(USER), fsGroup: USER },
  serviceAccount: {
    annotations: bucketRole(traces.storage),
    automountServiceAccountToken: false,
  },
  persistence: {
    enabled: true,
    ...chartVolume(traces.volume, "storageClassName"),
  },
  serviceMonitor: {
    enabled: true,
    interval: environment.prometheus.scrapeInterval.toString(),
  },
});
