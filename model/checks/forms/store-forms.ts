import type {
  ObjectStorage,
  Resources,
  Switch,
  Volume,
} from "../../environment";
import type {
  DistributedKafkaTraces,
  Kafka,
  LogCaches,
  LogStore,
  MetricsStore,
  SharedStorage,
  StorePart,
  StorePartWithVolume,
  TraceStore,
} from "../../stores";
import type { TraceSampling } from "../../trace-sampling";
import { seconds } from "../../duration";
import { checkHttpAddress } from "../http-address";
import { roleArn } from "../values/addresses";
import { objectName } from "../values/kubernetes";
import {
  between,
  keptFor,
  memory,
  port,
  volumeSize,
} from "../values/quantities";
import { reason, word } from "../values/texts";
import { days } from "../../duration";
import {
  bytes,
  duration,
  number,
  object,
  optional,
  ratio,
  record,
  text,
  union,
} from "./form";
import type { Fields } from "./form";
import { secretKey } from "./secret-form";

/** A number that another check judges, together with other fields. */
const judgedElsewhere = number(() => []);

/** CPU and memory of a container. */
export const resources = object<Resources>({
  cpu: judgedElsewhere,
  memory: bytes(memory),
  memoryLimit: optional(bytes()),
});

/** A persistent volume. */
export const volume = object<Volume>({
  size: bytes(volumeSize),
  storageClass: optional(text(objectName)),
});

const s3: Fields<Omit<SharedStorage, "kind">> = {
  bucket: text(),
  region: text(word),
  roleArn: text(roleArn),
  lifecycle: duration(keptFor),
};

const storage = union<ObjectStorage>({ filesystem: {}, s3 });
const sharedStorage = union<SharedStorage>({ s3 });

const part = object<StorePart>({ replicas: judgedElsewhere, resources });
const partWithVolume = object<StorePartWithVolume>({
  replicas: judgedElsewhere,
  resources,
  volume,
});
const onePart = object<Omit<StorePartWithVolume, "replicas">>({
  resources,
  volume,
});

/** A store's format has no zero: it would keep everything, or nothing. */
const retention = duration(between(seconds(3_600), days(3_650)));

const everyLogs = {
  retention,
  replication: judgedElsewhere,
  caches: union<Switch<LogCaches>>({
    on: { chunks: resources, results: resources },
    off: { reason: text(reason) },
  }),
  gateway: part,
};

/** The store of logs. */
export const logStore = union<LogStore>({
  monolithic: {
    ...everyLogs,
    storage,
    replicas: judgedElsewhere,
    resources,
    volume,
  },
  distributed: {
    ...everyLogs,
    storage: sharedStorage,
    distributor: part,
    ingester: partWithVolume,
    querier: part,
    queryFrontend: part,
    queryScheduler: part,
    indexGateway: partWithVolume,
    compactor: onePart,
    ruler: part,
  },
});

const sampling = union<TraceSampling>({
  head: { share: ratio },
  tail: { share: ratio, slow: duration(), tracesPerSecond: judgedElsewhere },
});

const everyTraces = {
  retention,
  sampling,
  systems: optional(record(sampling)),
};

const tracesInParts = {
  ...everyTraces,
  storage: sharedStorage,
  distributor: part,
  querier: part,
  queryFrontend: part,
  metricsGenerator: part,
  cache: part,
};

/** The store of traces. */
export const traceStore = union<TraceStore>({
  monolithic: { ...everyTraces, storage, resources, volume },
  distributed: {
    ...tracesInParts,
    replication: judgedElsewhere,
    ingester: partWithVolume,
    compactor: part,
  },
  "distributed-kafka": {
    ...tracesInParts,
    kafka: object<Kafka>({
      address: text(),
      topic: text(word),
      credentials: optional(
        object<NonNullable<DistributedKafkaTraces["kafka"]["credentials"]>>({
          user: text(word),
          password: secretKey,
        }),
      ),
    }),
    blockBuilder: part,
    liveStore: part,
    backendScheduler: onePart,
    backendWorker: part,
  },
});

/** The store of metrics beside Prometheus. */
export const metricsStore = union<MetricsStore>({
  prometheus: { withoutArchive: text(reason) },
  thanos: {
    objectStorage: secretKey,
    lifecycle: duration(),
    queryUrl: optional(text(checkHttpAddress)),
    queryPodPort: optional(number(port)),
  },
  mimir: {
    writeUrl: text(checkHttpAddress),
    queryUrl: text(checkHttpAddress),
    podPort: optional(number(port)),
    tenant: text(),
  },
});
