import { gibibytes } from "../../model/bytes";
import { hours } from "../../model/duration";
import type { Duration } from "../../model/duration";
import type { EnvironmentConfig } from "../../model/environment";
import { prometheusWriteUrls } from "../kube-prometheus-stack/prometheus-write-urls";
import type { Values } from "../parts/values";
import { takenLate } from "./late-spans";

/** What is made of spans always: a histogram of requests, and who calls whom. */
const PROCESSORS = ["service-graphs", "span-metrics"];

/**
 * What is asked of spans as numbers, `| rate()`, Tempo 2 answers from blocks that the generator
 * itself makes: those of ingesters hold each span as often as it was copied, and are never read for
 * it.
 * @see https://grafana.com/docs/tempo/v2.10.x/metrics-from-traces/metrics-queries/configure-traceql-metrics/
 */
const BLOCKS_OF_SPANS = "local-blocks";

/**
 * How the generator of Tempo 2 works; without these blocks a query that measures spans is refused.
 */
export const processors = (
  measured: boolean,
  late: Duration | undefined,
): Values => ({
  metrics_generator: {
    processors: measured ? [...PROCESSORS, BLOCKS_OF_SPANS] : PROCESSORS,
    ...takenLate(late),
  },
});

/**
 * The same for Tempo 3, which has no such blocks: block builders and live stores keep each span
 * once, and answer.
 */
export const processorsOfTempo3 = (late: Duration | undefined): Values =>
  processors(false, late);

/** What is asked of spans, and how late they come. */
export interface SpansAsked {
  /** Whether queries measure them. */
  readonly measured: boolean;
  /** How late they come; `undefined` where none waits. */
  readonly late: Duration | undefined;
}

/** Attribute of spans that says whose they are, kept as a label. */
export const SYSTEM_DIMENSION: Values = {
  span_metrics: { dimensions: ["system"] },
};

/** How each processor of Tempo 2 works. */
export const processorSettings = (measured: boolean): Values => ({
  ...SYSTEM_DIMENSION,
  ...(measured
    ? {
        local_blocks: {
          // Saved queries ask for spans inside a program too, not only for requests that a server
          // took.
          filter_server_spans: false,
          // Otherwise there is an answer for the last half hour only.
          flush_to_storage: true,
        },
      }
    : {}),
});

/**
 * The longest time that a query which measures spans may be about: a dashboard shows six hours
 * unless told otherwise, and the charts allow three. As long as Tempo 3 allows by itself; a query
 * reads every block of its time.
 */
const LONGEST_QUERY = hours(24);

/** What the part that takes queries is told, in the form that Tempo reads. */
export const queryLimits: Values = {
  metrics: { max_duration: LONGEST_QUERY.toHours() },
};

/**
 * Disk of a generator in parts: an hour of blocks, since they go an hour after they were cut. Half
 * of 7,000 spans a second of 500 B are 6.3 GB before they are compressed, and as much again while
 * one is away.
 */
export const GENERATOR_DISK = gibibytes(16);

/** Series go to every replica of Prometheus, with the trace behind an example. */
export const remoteWrite = (
  environment: EnvironmentConfig,
): readonly Values[] =>
  prometheusWriteUrls(environment).map((url) => ({
    url,
    send_exemplars: true,
  }));
