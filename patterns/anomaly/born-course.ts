import type { Clock } from "./spike-course";

/** The course of a spike whose counter begins with it. All times are in steps from its birth. */
export interface BornCourse {
  /** When the condition begins to hold. */
  readonly begins: number;
  /** When it ends if no events follow after the alert has fired. */
  readonly ends: number;
  /** Events within the window when the alert fires. */
  readonly events: number;
}

/**
 * The condition while a counter that has just begun grows evenly until the alert fires. `increase`
 * takes what it has seen of a window for half a step more at the end where the samples do not come
 * near it, and for all of it where they do.
 *
 * @param each events per step
 * @param fires steps from the beginning of the condition until the alert fires
 * @returns undefined if it does not hold that long, or never ends
 * @see https://prometheus.io/docs/prometheus/latest/querying/functions/#increase
 */
export function bornCourse(
  each: number,
  fires: number,
  clock: Clock,
  limits: { readonly factor: number; readonly minimum: number },
): BornCourse | undefined {
  const { window, baseline, offset } = clock;
  const begins = 1;
  const last = Math.floor(begins + fires);
  const increase = (at: number, length: number): number => {
    const newest = Math.floor(at);
    const oldest = Math.max(0, Math.floor(at - length) + 1);
    if (newest <= oldest) return 0;
    const seen = newest - oldest;
    const near = (gap: number): number => (gap < NEAR ? gap : 0.5);
    const whole = seen + near(oldest - (at - length)) + near(at - newest);
    const grown = Math.min(newest, last) - Math.min(oldest, last);
    return (each * grown * whole) / seen;
  };
  const holds = (at: number): boolean => {
    const now = increase(at, window);
    const usual = increase(at - offset, baseline) * (window / baseline);
    return now > limits.factor * usual && now > limits.minimum;
  };
  const during = Array.from({ length: last }, (_, step) => begins + step);
  if (!during.every(holds)) return undefined;
  const after = Array.from({ length: 2 * window }, (_, step) => last + step);
  const ends = after.find((at) => !holds(at));
  return ends === undefined
    ? undefined
    : { begins, ends, events: increase(begins + fires, window) };
}

/** Up to this many steps from its end a window is taken to be known whole. */
const NEAR = 1.1;
