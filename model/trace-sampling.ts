import type { Duration } from "./duration";
import { ratio } from "./ratio";
import type { Ratio } from "./ratio";

/** How often a trace is kept, and who decides it. */
export type TraceSampling =
  | {
      /**
       * The application decides at the first span; what it sends is kept. A trace that fails later
       * is lost as often as any.
       */
      readonly kind: "head";
      readonly share: Ratio;
    }
  | {
      /** The collector decides when the trace is complete. The application sends everything. */
      readonly kind: "tail";
      /** Of traces that are neither failed nor slow. */
      readonly share: Ratio;
      /** Traces that took longer are all kept, as are those with an error. */
      readonly slow: Duration;
      /**
       * Traces that all systems sampled by this begin in a second, at most: so many times the wait
       * are held in memory.
       */
      readonly tracesPerSecond: number;
    };

/** Sampling of an environment: one for all systems, and those that differ. */
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
