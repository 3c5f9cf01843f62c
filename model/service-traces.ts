import { seconds } from "./duration";
import type { Duration } from "./duration";
import type { Ratio } from "./ratio";
import type { TracedWorkload } from "./traced-workload";

/** Whether a system sends traces, and what of it cannot be configured from outside. */
export type ServiceTraces =
  | {
      readonly kind: "sent";
      /**
       * Workloads whose SDK is configured by environment variables; rendered for their owner, not
       * applied.
       * @default none
       */
      readonly workloads?: readonly TracedWorkload[];
      /**
       * Longest duration of a trace for which the tail sampler waits.
       * @default 15 seconds: no request is allowed to take longer
       */
      readonly longest?: Duration;
      /**
       * Share that its SDK samples, if that cannot be configured from outside.
       * @default what its sampling says
       */
      readonly fixedShare?: Ratio;
      /**
       * Spans that its workloads create in a second, before sampling, in production, in the busiest
       * hour.
       * @default unknown; estimates of the trace store say so
       */
      readonly spansPerSecond?: number;
    }
  | {
      /**
       * No link of a message or a panel, no service map and no sampler rule refers to its traces.
       */
      readonly kind: "none";
      readonly reason: string;
    };

/** Anything that may send traces. */
interface Traced {
  readonly traces?: ServiceTraces;
}

/** Whether a system sends traces. */
export const sendsTraces = ({ traces }: Traced): boolean =>
  traces?.kind !== "none";

/** Workloads that send traces and are configured from outside. */
export const tracedWorkloads = ({
  traces,
}: Traced): readonly TracedWorkload[] =>
  traces?.kind === "sent" ? (traces.workloads ?? []) : [];

/** The fixed sampling share of an SDK that cannot be configured from outside. */
export const fixedShareOf = ({ traces }: Traced): Ratio | undefined =>
  traces?.kind === "sent" ? traces.fixedShare : undefined;

const LONGEST_REQUEST = seconds(15);

/** Longest duration of a system's traces. */
export const longestTrace = ({
  traces,
}: {
  readonly traces?: ServiceTraces | undefined;
}): Duration =>
  traces?.kind === "sent"
    ? (traces.longest ?? LONGEST_REQUEST)
    : LONGEST_REQUEST;
