/**
 * A clock, in milliseconds. Tests pass one that they advance, so that none depends on the machine's
 * speed.
 */
export interface Clock {
  /** Time since 1970. */
  readonly now: () => number;
  /** Does something once, after a delay. @returns a function that cancels it */
  readonly after: (milliseconds: number, task: () => void) => () => void;
  /** Does something at an interval. @returns a function that ends it */
  readonly every: (milliseconds: number, task: () => void) => () => void;
}

/** The clock on the wall. */
export const clock: Clock = {
  now: () => Date.now(),
  after: (milliseconds, task) => {
    const timer = setTimeout(task, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
  every: (milliseconds, task) => {
    const timer = setInterval(task, milliseconds);
    return () => {
      clearInterval(timer);
    };
  },
};
