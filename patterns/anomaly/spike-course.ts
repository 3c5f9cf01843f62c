import type { Duration } from "../../model/duration";
import type { Growth } from "../counters";

/** Lengths in steps of the world's clock. */
export interface Clock {
  readonly step: Duration;
  readonly window: number;
  readonly baseline: number;
  readonly offset: number;
  /** How long the alert waits, in whole steps that cover it. */
  readonly pending: number;
  /** Values that come while it waits. */
  readonly waited: number;
}

/** A spike for which the alert speaks. */
export interface SpikeCourse {
  /** The step at which the condition begins to hold. */
  readonly begins: number;
  /** The one at which it ends when nothing happens after the alert has waited. */
  readonly ends: number;
  /** What a step of the window has when the alert fires. */
  readonly mean: number;
}

/**
 * How the condition goes in a spike after a calm. `rate` knows one increase less than it sees
 * samples, and takes their mean for all of its window.
 *
 * @returns undefined when it does not hold for as long as the alert waits
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

/** What happens in each step. */
const stepsOf = (growth: Growth): readonly number[] =>
  growth.flatMap(([length, each]) => Array.from({ length }, () => each));
