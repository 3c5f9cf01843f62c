import { production, staging } from "./organisation/environments";
import { gibibytes, mebibytes } from "../../model/bytes";
import { days, hours } from "../../model/duration";
import type { EnvironmentConfig } from "../../model/environment";
import { percent } from "../../model/ratio";
import type {
  DistributedKafkaTraces,
  DistributedLogs,
  DistributedTraces,
  MimirMetrics,
  MonolithicTraces,
  SharedStorage,
  StorePart,
  ThanosMetrics,
} from "../../model/stores";

const bucket = (name: string): SharedStorage => ({
  kind: "s3",
  bucket: `example-${name}`,
  region: "eu-central-1",
  roleArn: `arn:aws:iam::000000000000:role/${name}`,
  lifecycle: days(60),
});

const part = (replicas: number): StorePart => ({
  replicas,
  resources: { cpu: 0.5, memory: gibibytes(1) },
});

const withVolume = (replicas: number) => ({
  ...part(replicas),
  volume: { size: gibibytes(30), storageClass: "fast" },
});

const { resources, volume } = withVolume(1);

/** Logs beyond what monolithic pods carry. */
export const distributedLogs: DistributedLogs = {
  kind: "distributed",
  storage: bucket("logs"),
  retention: hours(720),
  replication: 3,
  caches: {
    kind: "on",
    chunks: { cpu: 0.5, memory: gibibytes(6) },
    results: { cpu: 0.2, memory: gibibytes(1) },
  },
  gateway: { replicas: 3, resources: { cpu: 0.2, memory: mebibytes(256) } },
  distributor: part(3),
  ingester: withVolume(3),
  querier: part(4),
  queryFrontend: part(2),
  queryScheduler: part(2),
  indexGateway: withVolume(2),
  compactor: { resources, volume },
  ruler: part(2),
};

const tracesInParts = {
  storage: bucket("traces"),
  retention: hours(336),
  sampling: { kind: "head", share: percent(10) },
  distributor: part(3),
  querier: part(3),
  queryFrontend: part(2),
  metricsGenerator: part(2),
  cache: part(2),
} as const;

/** Traces in parts with ingesters, on volumes of a class. */
export const distributedTraces: DistributedTraces = {
  ...tracesInParts,
  kind: "distributed",
  replication: 3,
  ingester: withVolume(5),
  compactor: part(2),
};

/** Traces in parts over Kafka. */
export const kafkaTraces: DistributedKafkaTraces = {
  ...tracesInParts,
  kind: "distributed-kafka",
  kafka: {
    address: "kafka.kafka.svc.cluster.local:9092",
    topic: "traces",
    credentials: {
      user: "tempo",
      password: { secret: "tempo-kafka", key: "password" },
    },
  },
  blockBuilder: part(3),
  liveStore: part(3),
  backendScheduler: { resources, volume },
  backendWorker: part(2),
};

/** Traces in one process that keeps them in a bucket. */
export const monolithicTracesInBucket: MonolithicTraces = {
  kind: "monolithic",
  storage: bucket("traces"),
  retention: hours(72),
  sampling: { kind: "head", share: percent(100) },
  resources,
  volume,
};

/** The archive with something that reads it. */
export const thanosWithQuery: ThanosMetrics = {
  kind: "thanos",
  objectStorage: { secret: "thanos-object-storage", key: "objstore.yml" },
  lifecycle: days(400),
  queryUrl: "http://thanos-query.thanos.svc.cluster.local:9090",
  queryPodPort: 10902,
};

/** Metrics that go on to a Mimir. */
export const mimir: MimirMetrics = {
  kind: "mimir",
  writeUrl: "http://mimir-gateway.mimir.svc.cluster.local/api/v1/push",
  queryUrl: "http://mimir-gateway.mimir.svc.cluster.local/prometheus",
  podPort: 8080,
  tenant: "production",
};

/** Production with one of its stores replaced. */
export const productionWith = (
  stores: Partial<Pick<EnvironmentConfig, "metrics" | "logs" | "traces">>,
): EnvironmentConfig => ({ ...production, ...stores });

/** Every way to keep each of the three signals, that of our environments too. */
export const METRICS = [
  staging.metrics,
  production.metrics,
  thanosWithQuery,
  mimir,
] as const;
export const LOGS = [staging.logs, production.logs, distributedLogs] as const;
export const TRACES = [
  staging.traces,
  monolithicTracesInBucket,
  production.traces,
  kafkaTraces,
] as const;

/** Every combination of them. */
export const COMBINATIONS: readonly EnvironmentConfig[] = METRICS.flatMap(
  (metrics) =>
    LOGS.flatMap((logs) =>
      TRACES.map((traces) => productionWith({ metrics, logs, traces })),
    ),
);
