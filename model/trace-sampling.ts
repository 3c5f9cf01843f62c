import type { Duration } from "./duration";
import { ratio } from "./ratio";
import type { Ratio } from "./ratio";

/** How many traces are kept, and what decides. */
export type TraceSampling =
  | {
      /**
       * The application decides at the first span; the collector keeps what it gets. Failed traces
       * are lost as often as any other.
       */
      readonly kind: "head";
      readonly share: Ratio;
    }
  | {
      /** The collector decides once the trace is complete. The application sends every span. */
      readonly kind: "tail";
      /** Share of the traces that neither failed nor are slow. */
      readonly share: Ratio;
      /** Longer traces are all kept, as are those with an error. */
      readonly slow: Duration;
      /**
       * Peak number of traces per second of all systems sampled by this. The sampler holds as many
       * in memory for each second of its wait.
       */
      readonly tracesPerSecond: number;
    };

/** Trace sampling of an environment: a default, and the systems that differ. */
export interface SampledTraces {
  readonly sampling: TraceSampling;
  /** By key of the service. @default none differs */
  readonly systems?: Readonly<Record<string, TraceSampling>>;
}

/** How traces of a system are sampled. */
export const samplingOf = (
  { sampling, systems }: SampledTraces,
  system: string,
): TraceSampling => systems?.[system] ?? sampling;

/**
 * The share that a system's SDK must send (`OTEL_TRACES_SAMPLER_ARG` of
 * `parentbased_traceidratio`).
 */
export const sdkShare = (traces: SampledTraces, system: string): Ratio => {
  const sampling = samplingOf(traces, system);
  return sampling.kind === "head" ? sampling.share : ratio(1);
};
