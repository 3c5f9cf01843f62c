import type { InputSeries } from "../model/alert-proof";
import type { Example } from "../model/slo";
import { exampleWith } from "./series";

/** Event counts in segments: a number of minutes, each with a number of events. */
export type Growth = readonly (readonly [minutes: number, perMinute: number])[];

/** Events with their course. */
export interface Course {
  /** Series that each grow by a number per event. */
  readonly example: Example;
  readonly growth: Growth;
}

/**
 * Initial counter value, since `rate()` underestimates new counters: far above the growth in a
 * minute.
 */
const startOf = (perMinute: number): number =>
  10 ** Math.ceil(Math.log10(Math.max(100, perMinute) * 10));

/** The same on two pods, most of it on the first: a missing sum or a mean is detected. */
export const onTwoPods = (
  example: Example,
  growth: Growth,
): readonly Course[] =>
  (
    [
      ["a", 0.75],
      ["b", 0.25],
    ] as const
  ).map(([pod, share]) => ({
    example: exampleWith(example, { pod }),
    growth: growth.map(([length, rate]) => [length, rate * share] as const),
  }));

/**
 * Counters, a value each minute, after all these events; a series that several courses increase has
 * the sum.
 */
export function counters(courses: readonly Course[]): InputSeries {
  const length = Math.max(...courses.map(({ growth }) => minutesOf(growth)));
  const edges = [
    ...new Set([...courses.flatMap(({ growth }) => edgesOf(growth)), length]),
  ].sort((a, b) => a - b);
  const names = new Set(courses.flatMap(({ example }) => Object.keys(example)));
  const steps = (name: string): readonly Run[] =>
    edges.map((edge, index) => ({
      samples: edge - (edges[index - 1] ?? 0),
      step: exact(
        courses.reduce(
          (sum, { example, growth }) =>
            sum + (example[name] ?? 0) * rateAt(growth, edges[index - 1] ?? 0),
          0,
        ),
      ),
    }));
  const runs = [...names].map((name) => [name, steps(name)] as const);
  const start = startOf(
    Math.max(...runs.flatMap(([, each]) => each.map(({ step }) => step))),
  );
  return Object.fromEntries(
    runs.map(([name, each]) => [name, values(start, each)]),
  );
}

/** Samples that each grow by the same amount. */
interface Run {
  readonly samples: number;
  readonly step: number;
}

const minutesOf = (growth: Growth): number =>
  growth.reduce((sum, [length]) => sum + length, 0);

/** Minutes at which another segment begins. */
const edgesOf = (growth: Growth): readonly number[] =>
  growth
    .map((_, index) => minutesOf(growth.slice(0, index + 1)))
    .filter((edge) => edge > 0);

function rateAt(growth: Growth, minute: number): number {
  const index = edgesOf(growth).findIndex((edge) => minute < edge);
  return growth.filter(([length]) => length > 0)[index]?.[1] ?? 0;
}

function values(start: number, runs: readonly Run[]): string {
  let value = start;
  return runs
    .map(({ samples, step }, index) => {
      const first = index === 0 ? value : value + step;
      value += samples * step;
      const repeats = index === 0 ? samples : samples - 1;
      return `${String(first)}${step === 0 ? "" : `+${String(step)}`}x${String(repeats)}`;
    })
    .join(" ");
}

/**
 * Rounds to binary fractions that add up exactly: a counter that lost the last digit of a sum would
 * look like a reset.
 */
const exact = (step: number): number => Math.round(step * 2 ** 20) / 2 ** 20;
