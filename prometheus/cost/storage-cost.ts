import type { EnvironmentConfig } from "../../model/environment";
import { measuresSpans } from "../../model/measured-spans";
import type { Service } from "../../model/service";
import { fixedShareOf, sendsTraces } from "../../model/service-traces";
import type { LogStore, TraceStore } from "../../model/stores";
import { samplingOf } from "../../model/trace-sampling";
import { WORKING_DAY, trafficShare } from "../../model/typical/course";
import { BYTES_PER_SAMPLE, keptBytes } from "./capacity";

const DAY = 86_400;
const LINE_BYTES = 300;
const SPAN_BYTES = 500;
/** How many times smaller Loki stores lines. */
const COMPRESSION = 5;
/** The rate of lines at a peak, in times of the average. */
const PEAK = 5;
/** Seconds for which a line stays on a pod until it is in the bucket, at most. */
const ON_POD = 7_200;

/** What a store has to keep. */
export interface StoreCost {
  readonly bytesPerDay: number;
  /** Bytes that its retention needs where it is kept: on a volume or in a bucket. */
  readonly kept: number;
  /** Bytes that the volume of one pod must have, and has; `undefined` where none is declared. */
  readonly volume:
    | {
        readonly needed: number;
        readonly usable: number;
        readonly path: string;
      }
    | undefined;
  /** Keys of the systems that do not say how much they send; they count as nothing. */
  readonly unknown: readonly string[];
}

/** Samples on the volume of each replica of Prometheus. */
export function metricsStorage(
  environment: EnvironmentConfig,
  samplesPerSecond: number,
): StoreCost {
  const bytesPerDay = samplesPerSecond * BYTES_PER_SAMPLE * DAY;
  const kept = (bytesPerDay * environment.prometheus.retention.seconds) / DAY;
  return {
    bytesPerDay,
    kept,
    volume: {
      needed: kept,
      usable: keptBytes(environment),
      path: "prometheus.volume",
    },
    unknown: [],
  };
}

/** An average second of a day, as a share of the busiest hour of production. */
const averageTraffic = (environment: EnvironmentConfig): number =>
  (trafficShare(environment) *
    WORKING_DAY.reduce((sum, share) => sum + share, 0)) /
  WORKING_DAY.length;

/** Log lines. */
export function logsStorage(
  environment: EnvironmentConfig,
  services: readonly Service[],
): StoreCost {
  const { logs } = environment;
  const bytesPerSecond =
    services.reduce(
      (sum, service) => sum + (service.logs?.linesPerSecond ?? 0),
      0,
    ) *
    LINE_BYTES *
    averageTraffic(environment);
  const kept = (bytesPerSecond * logs.retention.seconds) / COMPRESSION;
  return {
    bytesPerDay: bytesPerSecond * DAY,
    kept,
    volume: logVolume(logs, bytesPerSecond, kept),
    unknown: keysOf(
      services.filter(({ logs: own }) => own?.linesPerSecond === undefined),
    ),
  };
}

/** Each pod holds its share of the replicas of every line until it is in the bucket. */
function logVolume(
  logs: LogStore,
  bytesPerSecond: number,
  kept: number,
): StoreCost["volume"] {
  const onPod = (pods: number): number =>
    (bytesPerSecond * PEAK * ON_POD * logs.replication) / pods;
  return logs.kind === "monolithic"
    ? {
        needed:
          logs.storage.kind === "filesystem" ? kept : onPod(logs.replicas),
        usable: logs.volume.size.bytes,
        path: "logs.volume",
      }
    : {
        needed: onPod(logs.ingester.replicas),
        usable: logs.ingester.volume.size.bytes,
        path: "logs.ingester.volume",
      };
}

/** Spans of the traces that are kept. */
export function tracesStorage(
  environment: EnvironmentConfig,
  services: readonly Service[],
): StoreCost {
  const { traces } = environment;
  const senders = services.filter(sendsTraces);
  const spans = senders.reduce(
    (sum, service) =>
      sum + (spansOf(service) ?? 0) * keptShare(traces, service),
    0,
  );
  // Metrics of spans are computed from a second copy of each.
  const copies = services.some(measuresSpans) ? 2 : 1;
  const bytesPerSecond =
    spans * SPAN_BYTES * copies * averageTraffic(environment);
  const kept = bytesPerSecond * traces.retention.seconds;
  return {
    bytesPerDay: bytesPerSecond * DAY,
    kept,
    volume: traceVolume(traces, kept),
    unknown: keysOf(
      senders.filter((service) => spansOf(service) === undefined),
    ),
  };
}

/** Of a system that is sampled once traces are complete, failed and slow ones are kept besides. */
function keptShare(traces: TraceStore, service: Service): number {
  const { kind, share } = samplingOf(traces, service.key);
  const fixed = fixedShareOf(service)?.value;
  return kind === "head" ? (fixed ?? share.value) : (fixed ?? 1) * share.value;
}

/** Distributed stores keep on their volumes what is not in the bucket yet, which is little. */
const traceVolume = (traces: TraceStore, kept: number): StoreCost["volume"] =>
  traces.kind === "monolithic" && traces.storage.kind === "filesystem"
    ? {
        needed: kept,
        usable: traces.volume.size.bytes,
        path: "traces.volume",
      }
    : undefined;

const spansOf = ({ traces }: Service): number | undefined =>
  traces?.kind === "sent" ? traces.spansPerSecond : undefined;

const keysOf = (services: readonly Service[]): readonly string[] =>
  services.map(({ key }) => key);
