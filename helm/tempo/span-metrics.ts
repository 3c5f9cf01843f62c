import { gibibytes } from "../../model/bytes";
import { hours } from "../../model/duration";
import type { Duration } from "../../model/duration";
import type { EnvironmentConfig } from "../../model/environment";
import { prometheusWriteUrls } from "../kube-prometheus-stack/prometheus-write-urls";
import type { Values } from "../parts/values";
import { takenLate } from "./late-spans";

/** Processors that always run: span metrics and service graphs. */
const PROCESSORS = ["service-graphs", "span-metrics"];

/**
 * Tempo 2 answers TraceQL metrics, `| rate()`, from blocks of the generator: blocks of ingesters
 * hold each span once per replica and are not used for them.
 * @see
 *   https://grafana.com/docs/tempo/v2.10.x/metrics-from-traces/metrics-queries/configure-traceql-metrics/
 */
const BLOCKS_OF_SPANS = "local-blocks";

/** Settings of Tempo 2's generator; without these blocks a TraceQL metrics query is refused. */
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

/** What span metrics depend on: queries, and late spans. */
export interface SpansAsked {
  /** Whether TraceQL metrics queries are declared. */
  readonly measured: boolean;
  /** How late spans may arrive; `undefined` without tail sampling. */
  readonly late: Duration | undefined;
}

/** Attribute of spans with their system, kept as a label. */
export const SYSTEM_DIMENSION: Values = {
  span_metrics: { dimensions: ["system"] },
};

/** Settings of each processor of Tempo 2. */
export const processorSettings = (measured: boolean): Values => ({
  ...SYSTEM_DIMENSION,
  ...(measured
    ? {
        local_blocks: {
          // Saved queries also read internal spans, not only server spans.
          filter_server_spans: false,
          // Otherwise only the last half hour can be queried.
          flush_to_storage: true,
        },
      }
    : {}),
});

/**
 * The longest time range of a TraceQL metrics query: a dashboard shows six hours by default, and
 * the charts allow three. It is Tempo 3's own default; a query reads every block of its range.
 */
const LONGEST_QUERY = hours(24);

/** Settings of the query frontend. */
export const queryLimits: Values = {
  metrics: { max_duration: LONGEST_QUERY.toHours() },
};

/**
 * Disk of a generator in distributed mode: an hour of blocks, since they are deleted an hour after
 * they were cut. Half of 7,000 spans a second of 500 B are 6.3 GB before compression, and twice
 * that while one generator is unavailable.
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
