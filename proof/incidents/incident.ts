import type { IncidentExpectation } from "../../model/incident-exception";
import type { ObservedSeries } from "../observed-series";

/** Minutes of an incident, from the start of its world. */
export interface Stretch {
  /** The first minute in which something is wrong. */
  readonly from: number;
  /** The first minute in which all is well again. */
  readonly until: number;
  /** In which minutes of it something is wrong. @default in all */
  readonly only?: (minute: number) => boolean;
}

/** What an incident does to the series of a healthy environment. */
export type Fault = (
  healthy: readonly ObservedSeries[],
  stretch: Stretch,
) => readonly ObservedSeries[];

/** One thing that goes wrong in a system. */
export interface Incident {
  /** Kebab-case: `everything-gone`. */
  readonly kind: string;
  /** Which of several of its kind: `metric api_requests_total`. @default the only one */
  readonly of?: string;
  /** What is wrong, in one sentence for people. */
  readonly about: string;
  readonly fault: Fault;
  /**
   * Kind of an incident of the same system, and of the same `of`, that must wake and notify the
   * same people by the same alerts.
   * @default none
   */
  readonly like?: string;
  /** What is expected of it. @default what the table says of its kind */
  readonly expected?: IncidentExpectation;
  /** It is not mended while its world lasts. @default false: after an hour all is well */
  readonly lasting?: boolean;
  /**
   * Minutes for which Prometheus itself is down from the first one of the fault on: nothing is
   * scraped and no rule evaluated.
   * @default 0
   */
  readonly rest?: number;
  /**
   * Events a minute of the whole system, and the counter of them, where the incident is about
   * little traffic.
   * @default the environment's traffic
   */
  readonly traffic?: { readonly perMinute: number; readonly of: string };
}

/** Minutes before the fault, so that rules know an hour; of the fault; and after it. */
export const LASTS = { before: 60, fault: 60, after: 75 } as const;

/** Minutes of the whole world. */
export const MINUTES = LASTS.before + LASTS.fault + LASTS.after;

/** The first minute in which something is wrong. */
export const BEGINS = LASTS.before;

/** When something is wrong in an incident. */
export const stretchOf = ({ lasting = false, rest }: Incident): Stretch => ({
  from: BEGINS,
  until: lasting ? MINUTES + 1 : BEGINS + (rest ?? LASTS.fault),
});

/** Name of an incident within its system. */
export const incidentName = ({ kind, of }: Incident): string =>
  of === undefined ? kind : `${kind} ${of}`;
