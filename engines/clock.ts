/**
 * How time passes, in milliseconds. Tests pass one that stands still, so that none depends on how
 * fast a machine is.
 */
export interface Clock {
  /** Time since 1970. */
  readonly now: () => number;
  /** Does something once, after a time. @returns what keeps it from being done */
  readonly after: (milliseconds: number, task: () => void) => () => void;
  /** Does something again and again. @returns what ends it */
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
