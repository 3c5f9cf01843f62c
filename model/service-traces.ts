import { seconds } from "./duration";
import type { Duration } from "./duration";
import type { Ratio } from "./ratio";
import type { TracedWorkload } from "./traced-workload";

/** Whether a system sends traces, and what of it cannot be set from outside. */
export type ServiceTraces =
  | {
      readonly kind: "sent";
      /**
       * Workloads whose SDK is configured from outside; rendered for their owner, not applied.
       * @default none
       */
      readonly workloads?: readonly TracedWorkload[];
      /**
       * From the beginning of its longest trace to the end, as far as a trace is to be decided on
       * as a whole.
       * @default 15 seconds: no request is allowed to take longer
       */
      readonly longest?: Duration;
      /**
       * Share that its SDK sends, where that cannot be configured from outside. @default what its
       * sampling asks for
       */
      readonly fixedShare?: Ratio;
    }
  | {
      /**
       * Nothing leads to traces of it: no link of a message or a panel, no service map, no rule of
       * a sampler.
       */
      readonly kind: "none";
      readonly reason: string;
    };

/** Anything that may send traces. */
interface Traced {
  readonly traces?: ServiceTraces;
}

/** Whether there can be a trace of a system. */
export const sendsTraces = ({ traces }: Traced): boolean =>
  traces?.kind !== "none";

/** Workloads that send traces and are configured from outside. */
export const tracedWorkloads = ({
  traces,
}: Traced): readonly TracedWorkload[] =>
  traces?.kind === "sent" ? (traces.workloads ?? []) : [];

/** The share that an SDK sends whatever it is told. */
export const fixedShareOf = ({ traces }: Traced): Ratio | undefined =>
  traces?.kind === "sent" ? traces.fixedShare : undefined;

const LONGEST_REQUEST = seconds(15);

/** How long a trace of a system takes at most. */
export const longestTrace = ({
  traces,
}: {
  readonly traces?: ServiceTraces | undefined;
}): Duration =>
  traces?.kind === "sent"
    ? (traces.longest ?? LONGEST_REQUEST)
    : LONGEST_REQUEST;
