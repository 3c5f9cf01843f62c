import type { Ratio } from "./ratio";
import type { TracedWorkload } from "./traced-workload";

/** Whether a system sends traces, and what of it cannot be set from outside. */
export type ServiceTraces =
  | {
      readonly kind: "sent";
      /** Workloads whose SDK is configured from outside; rendered for their owner, not applied. @default none */
      readonly workloads?: readonly TracedWorkload[];
      /** Share that its SDK sends, where that cannot be configured from outside. @default what its sampling asks for */
      readonly fixedShare?: Ratio;
    }
  | {
      /** Nothing leads to traces of it: no link of a message or a panel, no service map, no rule of a sampler. */
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
