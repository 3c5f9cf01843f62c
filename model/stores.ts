import type { Duration } from "./duration";
import type { ObjectStorage, Resources, Switch, Volume } from "./environment";
import type { SecretKey } from "./target";
import type { SampledTraces } from "./trace-sampling";

/** One component of a store in microservices mode. */
export interface StorePart {
  readonly replicas: number;
  readonly resources: Resources;
}

/** A component that needs its files after a restart. */
export interface StorePartWithVolume extends StorePart {
  readonly volume: Volume;
}

/** Bucket of a store whose pods cannot share a disk. */
export type SharedStorage = Extract<ObjectStorage, { readonly kind: "s3" }>;

/** Memory of memcached in front of the log store, per pod. */
export interface LogCaches {
  /** Chunks of logs that were read, or written, recently. */
  readonly chunks: Resources;
  /** Results of repeated dashboard queries. */
  readonly results: Resources;
}

interface LogsOfEveryKind {
  readonly retention: Duration;
  /**
   * Replication factor of lines until they are in the bucket; a majority must confirm each write.
   */
  readonly replication: number;
  readonly caches: Switch<LogCaches>;
  /** Gateway (nginx) for all writes and queries. */
  readonly gateway: StorePart;
}

/** Monolithic: every component in one process, with three replicas. */
export interface MonolithicLogs extends LogsOfEveryKind {
  readonly kind: "monolithic";
  readonly storage: ObjectStorage;
  readonly replicas: number;
  readonly resources: Resources;
  /** Volume of each pod: the write-ahead log, and with kind "filesystem" all data. */
  readonly volume: Volume;
}

/** Microservices: components of the log store scale independently. */
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

/** Log store. docs/scaling.md says at which rate to change the kind. */
export type LogStore = MonolithicLogs | DistributedLogs;

interface TracesOfEveryKind extends SampledTraces {
  readonly retention: Duration;
}

/** Monolithic, one replica. */
export interface MonolithicTraces extends TracesOfEveryKind {
  readonly kind: "monolithic";
  readonly storage: ObjectStorage;
  readonly resources: Resources;
  /** Volume: the write-ahead log, and with kind "filesystem" all data. */
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

/** Tempo 2.10 in microservices: ingesters hold replicas of each span until it is in the bucket. */
export interface DistributedTraces extends TracesInParts {
  readonly kind: "distributed";
  /** Replication factor of spans until they are in the bucket. */
  readonly replication: number;
  readonly ingester: StorePartWithVolume;
  readonly compactor: StorePart;
}

/** The Kafka-compatible log that Tempo 3 writes spans to before they are in the bucket. */
export interface Kafka {
  /** Host and port of a broker. */
  readonly address: string;
  readonly topic: string;
  /** User name and password (SASL). @default the brokers require none */
  readonly credentials?: {
    readonly user: string;
    readonly password: SecretKey;
  };
}

/**
 * Tempo 3 in microservices: Kafka holds each span until it is in the bucket; Tempo itself does not
 * replicate.
 */
export interface DistributedKafkaTraces extends TracesInParts {
  readonly kind: "distributed-kafka";
  readonly kafka: Kafka;
  /** One pod for each active partition of the topic. */
  readonly blockBuilder: StorePart;
  /** One pod for each active partition of the topic; it reads lost state from Kafka again. */
  readonly liveStore: StorePart;
  /** Always one pod: it schedules the work. */
  readonly backendScheduler: Omit<StorePartWithVolume, "replicas">;
  readonly backendWorker: StorePart;
}

/** Trace store. docs/scaling.md says at which rate to change the kind. */
export type TraceStore =
  MonolithicTraces | DistributedTraces | DistributedKafkaTraces;

/** Prometheus alone: samples older than its retention are deleted. */
export interface PrometheusMetrics {
  readonly kind: "prometheus";
  /** Why older samples are not needed. */
  readonly withoutArchive: string;
}

/** A Thanos sidecar uploads each block of Prometheus to a bucket: the archive. */
export interface ThanosMetrics {
  readonly kind: "thanos";
  /** Secret with the sidecar's `objstore.yml`. */
  readonly objectStorage: SecretKey;
  /** Age at which the bucket's lifecycle rule deletes a block. */
  readonly lifecycle: Duration;
  /**
   * A Thanos Query that reads both replicas and the archive, for queries older than the retention.
   * @default none runs; start one when the archive is needed
   */
  readonly queryUrl?: string;
  /**
   * Port of the pods behind the Service of `queryUrl`, to which network policies apply.
   * @default that of the address
   */
  readonly queryPodPort?: number;
}

/**
 * Remote write of every sample to a Mimir inside the cluster, whose network policies restrict
 * writers and readers. Rules stay in Prometheus, so that alerts do not depend on the network
 * between the two; recorded series are sent like any other.
 */
export interface MimirMetrics {
  readonly kind: "mimir";
  /** Ends in `/api/v1/push`. */
  readonly writeUrl: string;
  /** Ends in `/prometheus`; answers PromQL. */
  readonly queryUrl: string;
  /**
   * Port of the pods behind the Services of both addresses, to which network policies apply.
   * @default those of the addresses
   */
  readonly podPort?: number;
  /** Sent with each request as `X-Scope-OrgID`. */
  readonly tenant: string;
}

/** Long-term storage of metrics beyond the local retention of Prometheus. */
export type MetricsStore = PrometheusMetrics | ThanosMetrics | MimirMetrics;

/** Header that names the tenant of a request. */
export const TENANT_HEADER = "X-Scope-OrgID";
