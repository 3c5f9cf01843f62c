import type { Duration } from "./duration";
import { milliseconds, seconds } from "./duration";
import { longestTrace } from "./service-traces";
import type { ServiceTraces } from "./service-traces";
import { samplingOf } from "./trace-sampling";
import type { SampledTraces, TraceSampling } from "./trace-sampling";

export type TailSampling = Extract<TraceSampling, { readonly kind: "tail" }>;

/**
 * How long an SDK gathers spans that have ended before it sends them; OpenTelemetry's own default.
 */
export const GATHERED = seconds(5);

/**
 * How long an SDK may take to send a batch, and so to send the last one when it ends: well within
 * the 30 seconds that Kubernetes waits before it kills a pod. OpenTelemetry's own default is 30
 * seconds.
 */
export const SENT = seconds(10);

/** Memory of a trace that waits: 40 spans, each three times the 500 B that it has on its way. */
const BYTES_HELD = 60_000;

/** A system as far as its sampling goes. */
interface Sampled {
  readonly key: string;
  readonly traces?: ServiceTraces;
}

/** Systems whose traces wait equally long to be decided on, in one sampler. */
export interface Waiting {
  /** From the first span that arrives. A trace that takes longer is decided on by what has come. */
  readonly wait: Duration;
  readonly systems: readonly {
    readonly system: string;
    readonly sampling: TailSampling;
  }[];
  /** How systems that nobody declares are sampled, where they belong here. */
  readonly others?: TailSampling;
  /** Traces that a replica holds at most; beyond it the oldest are decided on early. */
  readonly held: number;
}

/** The time after which every span of a trace has arrived that took as long as a trace may. */
const waitFor = (longest: Duration): Duration =>
  milliseconds(
    longest.milliseconds + GATHERED.milliseconds + SENT.milliseconds,
  );

/**
 * Who waits together: systems of one wait share a sampler, so that a trace through several of them
 * is kept whole or not at all. What short traces would cost if they waited as long as the longest,
 * no memory has.
 *
 * @param replicas of the gateway, among which traces are spread; one may be away
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
    // A sampling of several systems says once how many traces all of them begin.
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

/** Bytes that the traces of a replica take while they wait. */
export const bytesWaiting = (waiting: readonly Waiting[]): number =>
  waiting.reduce((sum, { held }) => sum + held * BYTES_HELD, 0);

/** The longest that any trace waits; `undefined` where none does. */
export const longestWait = (
  waiting: readonly Waiting[],
): Duration | undefined => waiting.at(-1)?.wait;
