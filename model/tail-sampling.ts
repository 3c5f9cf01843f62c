import type { Duration } from "./duration";
import { milliseconds, seconds } from "./duration";
import { longestTrace } from "./service-traces";
import type { ServiceTraces } from "./service-traces";
import { samplingOf } from "./trace-sampling";
import type { SampledTraces, TraceSampling } from "./trace-sampling";

export type TailSampling = Extract<TraceSampling, { readonly kind: "tail" }>;

/** How long an SDK batches ended spans before it sends them; OpenTelemetry's default. */
export const GATHERED = seconds(5);

/**
 * Export timeout of an SDK, also for its last batch at shutdown: well within the 30 seconds that
 * Kubernetes waits before it kills a pod. OpenTelemetry's default is 30 seconds.
 */
export const SENT = seconds(10);

/** Memory of a waiting trace: 40 spans, each three times the 500 B of its encoded size. */
const BYTES_HELD = 60_000;

/** A system as far as its sampling goes. */
interface Sampled {
  readonly key: string;
  readonly traces?: ServiceTraces;
}

/** Systems whose traces have the same decision wait and share one sampler. */
export interface Waiting {
  /**
   * `decision_wait`, from the first span received. A longer trace is decided on by the spans so
   * far.
   */
  readonly wait: Duration;
  readonly systems: readonly {
    readonly system: string;
    readonly sampling: TailSampling;
  }[];
  /** How undeclared systems are sampled, if they belong here. */
  readonly others?: TailSampling;
  /** Maximum number of traces that a replica holds; beyond it the oldest are decided early. */
  readonly held: number;
}

/** Time until every span of the longest allowed trace has been received. */
const waitFor = (longest: Duration): Duration =>
  milliseconds(
    longest.milliseconds + GATHERED.milliseconds + SENT.milliseconds,
  );

/**
 * Groups systems by decision wait. Systems of one wait share a sampler, so that a trace through
 * several of them is kept whole or not at all. One sampler with the longest wait for all would need
 * too much memory.
 *
 * @param replicas of the gateway, among which traces are spread; one may be down
 */
export function waitingTraces(
  traces: SampledTraces,
  systems: readonly Sampled[],
  replicas: number,
): readonly Waiting[] {
  const tail = systems.flatMap(({ key, traces: own }) => {
    const sampling = samplingOf(traces, key);
    return sampling.kind === "tail"
      ? [
          {
            system: key,
            sampling,
            wait: waitFor(longestTrace({ traces: own })),
          },
        ]
      : [];
  });
  const others = traces.sampling.kind === "tail" ? traces.sampling : undefined;
  const usual = waitFor(longestTrace({}));
  const waits = new Map(
    [...tail.map(({ wait }) => wait), ...(others === undefined ? [] : [usual])]
      .sort((a, b) => a.milliseconds - b.milliseconds)
      .map((wait) => [wait.milliseconds, wait]),
  );
  const sharing = Math.max(1, replicas - 1);
  return [...waits.values()].map((wait) => {
    const own = tail.filter(
      (one) => one.wait.milliseconds === wait.milliseconds,
    );
    const rest = wait.milliseconds === usual.milliseconds ? others : undefined;
    // A sampling of several systems states the traces per second of all of them.
    const samplings = new Set([
      ...own.map(({ sampling }) => sampling),
      ...(rest === undefined ? [] : [rest]),
    ]);
    const begun = [...samplings].reduce(
      (sum, { tracesPerSecond }) => sum + tracesPerSecond,
      0,
    );
    return {
      wait,
      systems: own.map(({ system, sampling }) => ({ system, sampling })),
      ...(rest === undefined ? {} : { others: rest }),
      held: Math.ceil((begun * wait.seconds) / sharing),
    };
  });
}

/** Bytes of a replica's waiting traces. */
export const bytesWaiting = (waiting: readonly Waiting[]): number =>
  waiting.reduce((sum, { held }) => sum + held * BYTES_HELD, 0);

/** The longest decision wait; `undefined` without tail sampling. */
export const longestWait = (
  waiting: readonly Waiting[],
): Duration | undefined => waiting.at(-1)?.wait;
