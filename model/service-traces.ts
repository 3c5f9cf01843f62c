import type { Ratio } from "./ratio";

/** Whether a system sends traces, and what of it cannot be set from outside. */
export type ServiceTraces =
  | {
      readonly kind: "sent";
      /** Share that its SDK sends, where that cannot be configured from outside. @default what its sampling asks for */
      readonly fixedShare?: Ratio;
    }
  | {
      /** Nothing leads to traces of it: no link of a message or a panel, no service map, no rule of a sampler. */
      readonly kind: "none";
      readonly reason: string;
    };

/** Whether there can be a trace of a system. */
export const sendsTraces = ({
  traces,
}: {
  readonly traces?: ServiceTraces;
}): boolean => traces?.kind !== "none";
