import type { Duration } from "../../model/duration";
import type { Growth } from "../counters";

/** Lengths in steps. */
export interface Clock {
  readonly step: Duration;
  readonly window: number;
  readonly baseline: number;
  readonly offset: number;
  /** The alert's `for`, rounded up to steps. */
  readonly pending: number;
  /** Number of values during the `for`. */
  readonly waited: number;
}

/** A spike on which the alert fires. */
export interface SpikeCourse {
  /** The step at which the condition begins to hold. */
  readonly begins: number;
  /** The step at which it ends if no events follow after the alert has fired. */
  readonly ends: number;
  /** Events per step of the window when the alert fires. */
  readonly mean: number;
}

/**
 * The condition during a spike after a calm time. `rate` uses one increase less than it has
 * samples, and takes their mean for its whole window.
 *
 * @returns undefined if it does not hold for the alert's `for`
 */
export function spikeCourse(
  before: Growth,
  spiking: Growth,
  { window, baseline, offset, waited }: Clock,
  { factor, minimum }: { readonly factor: number; readonly minimum: number },
): SpikeCourse | undefined {
  const calm = stepsOf(before);
  const fault = [...calm, ...stepsOf(spiking)];
  const mean = (growth: readonly number[], end: number, length: number) =>
    growth
      .slice(Math.max(0, end - length + 1), end)
      .reduce((sum, each) => sum + each, 0) /
    (length - 1);
  const holds = (growth: readonly number[], end: number): boolean => {
    const now = mean(growth, end, window);
    return (
      now > factor * mean(growth, end - offset, baseline) &&
      now * window > minimum
    );
  };
  const ends = stepsFrom(calm.length, fault.length);
  const begins = ends.find((end) => holds(fault, end));
  if (begins === undefined) return undefined;
  const fires = begins + waited;
  if (!stepsFrom(begins, fires).every((end) => holds(fault, end))) {
    return undefined;
  }
  const over = [
    ...fault.slice(0, fires),
    ...Array.from({ length: 2 * window }, () => 0),
  ];
  const ended = stepsFrom(fires + 1, over.length).find(
    (end) => !holds(over, end),
  );
  return ended === undefined
    ? undefined
    : { begins, ends: ended, mean: mean(fault, fires, window) };
}

const stepsFrom = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, each) => first + each);

/** Number of events in each step. */
const stepsOf = (growth: Growth): readonly number[] =>
  growth.flatMap(([length, each]) => Array.from({ length }, () => each));
