import type { Duration } from "./duration";
import type { ObjectStorage, Resources, Switch, Volume } from "./environment";
import type { SecretKey } from "./target";
import type { SampledTraces } from "./trace-sampling";

/** One part of a store whose parts run apart from each other. */
export interface StorePart {
  readonly replicas: number;
  readonly resources: Resources;
}

/** A part that must find its own files again after a restart. */
export interface StorePartWithVolume extends StorePart {
  readonly volume: Volume;
}

/** Bucket of a store whose pods cannot share a disk. */
export type SharedStorage = Extract<ObjectStorage, { readonly kind: "s3" }>;

/** Memory of memcached in front of the log store, one pod each. */
export interface LogCaches {
  /** Pieces of logs that were read, or written, lately. */
  readonly chunks: Resources;
  /** Answers to what dashboards ask again and again. */
  readonly results: Resources;
}

interface LogsOfEveryKind {
  readonly retention: Duration;
  /** Copies of each line before it is in the bucket; more than half of them must confirm it. */
  readonly replication: number;
  readonly caches: Switch<LogCaches>;
  /** The one door in front of every part: whoever pushes or asks comes through it. */
  readonly gateway: StorePart;
}

/** One process that does everything, three times for availability. */
export interface MonolithicLogs extends LogsOfEveryKind {
  readonly kind: "monolithic";
  readonly storage: ObjectStorage;
  readonly replicas: number;
  readonly resources: Resources;
  /** Of each pod: what was received and not yet stored, and with kind "filesystem" everything. */
  readonly volume: Volume;
}

/** Each task of the log store in pods of its own, which grow apart from each other. */
export interface DistributedLogs extends LogsOfEveryKind {
  readonly kind: "distributed";
  readonly storage: SharedStorage;
  readonly distributor: StorePart;
  readonly ingester: StorePartWithVolume;
  readonly querier: StorePart;
  readonly queryFrontend: StorePart;
  readonly queryScheduler: StorePart;
  readonly indexGateway: StorePartWithVolume;
  /** Always one pod: it alone deletes. */
  readonly compactor: Omit<StorePartWithVolume, "replicas">;
  readonly ruler: StorePart;
}

/** Where logs go. docs/scaling.md says at which rate to move from one kind to the next. */
export type LogStore = MonolithicLogs | DistributedLogs;

interface TracesOfEveryKind extends SampledTraces {
  readonly retention: Duration;
}

/** One process that does everything, once. */
export interface MonolithicTraces extends TracesOfEveryKind {
  readonly kind: "monolithic";
  readonly storage: ObjectStorage;
  readonly resources: Resources;
  /** What was received and not yet stored, and with kind "filesystem" everything. */
  readonly volume: Volume;
}

interface TracesInParts extends TracesOfEveryKind {
  readonly storage: SharedStorage;
  readonly distributor: StorePart;
  readonly querier: StorePart;
  readonly queryFrontend: StorePart;
  readonly metricsGenerator: StorePart;
  readonly cache: StorePart;
}

/** Tempo 2.10 in parts: copies of each span live in ingesters until they are in the bucket. */
export interface DistributedTraces extends TracesInParts {
  readonly kind: "distributed";
  /** Copies of each span before it is in the bucket. */
  readonly replication: number;
  readonly ingester: StorePartWithVolume;
  readonly compactor: StorePart;
}

/** The Kafka-compatible log that Tempo 3 writes spans to before they are in the bucket. */
export interface Kafka {
  /** Host and port of a broker. */
  readonly address: string;
  readonly topic: string;
  /** Name and password (SASL) that Tempo signs in with. @default the brokers ask for none */
  readonly credentials?: {
    readonly user: string;
    readonly password: SecretKey;
  };
}

/**
 * Tempo 3 in parts: Kafka keeps each span until it is in the bucket, and nothing replicates beside
 * it.
 */
export interface DistributedKafkaTraces extends TracesInParts {
  readonly kind: "distributed-kafka";
  readonly kafka: Kafka;
  /** One pod for each active partition of the topic. */
  readonly blockBuilder: StorePart;
  /** One pod for each active partition of the topic; what it forgets it reads from Kafka again. */
  readonly liveStore: StorePart;
  /** Always one pod: it hands out the work. */
  readonly backendScheduler: Omit<StorePartWithVolume, "replicas">;
  readonly backendWorker: StorePart;
}

/** Where traces go. docs/scaling.md says at which rate to move from one kind to the next. */
export type TraceStore =
  MonolithicTraces | DistributedTraces | DistributedKafkaTraces;

/** Prometheus alone: what is older than its retention is gone. */
export interface PrometheusMetrics {
  readonly kind: "prometheus";
  /** Why nobody needs what is older. */
  readonly withoutArchive: string;
}

/** A sidecar copies each finished block of Prometheus into a bucket: the archive. */
export interface ThanosMetrics {
  readonly kind: "thanos";
  /** Secret with the sidecar's `objstore.yml`. */
  readonly objectStorage: SecretKey;
  /** Age at which the bucket deletes a block. */
  readonly lifecycle: Duration;
  /**
   * A Thanos Query that reads both the replicas and the archive, for questions about what is older
   * than the retention.
   * @default none runs; who needs the archive starts one
   */
  readonly queryUrl?: string;
  /**
   * Port of the pods behind the Service of `queryUrl`: network policies apply there. @default that
   * of the address
   */
  readonly queryPodPort?: number;
}

/**
 * Every sample goes on to a Mimir inside the cluster, whose network decides who may write and ask.
 * Rules stay in Prometheus: an alert must not wait for a network between the two, and what they
 * record goes the same way as every other series.
 */
export interface MimirMetrics {
  readonly kind: "mimir";
  /** Ends in `/api/v1/push`. */
  readonly writeUrl: string;
  /** Ends in `/prometheus`; what speaks PromQL. */
  readonly queryUrl: string;
  /**
   * Port of the pods behind the Services of both addresses: network policies apply there. @default
   * those of the addresses
   */
  readonly podPort?: number;
  /** Sent with each request as `X-Scope-OrgID`. */
  readonly tenant: string;
}

/** What keeps metrics beyond the local retention of Prometheus. */
export type MetricsStore = PrometheusMetrics | ThanosMetrics | MimirMetrics;

/** Header that tells a store with several tenants whose a request is. */
export const TENANT_HEADER = "X-Scope-OrgID";
