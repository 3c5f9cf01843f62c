import type { Clock } from "../../engines/clock";

/** A clock that stands still until a test lets time pass. */
export interface StillClock extends Clock {
  /** Lets time pass, and does at once what is due by then. */
  readonly pass: (milliseconds: number) => void;
}

interface Due {
  at: number;
  readonly task: () => void;
  /** How long after each time it is done again. @default once only */
  readonly again?: number;
}

/** Makes a {@link StillClock} that begins at 1970. */
export function stillClock(): StillClock {
  let time = 0;
  const pending = new Set<Due>();
  const add = (due: Due) => {
    pending.add(due);
    return () => {
      pending.delete(due);
    };
  };
  const next = (end: number): Due | undefined =>
    [...pending]
      .filter(({ at }) => at <= end)
      .sort((left, right) => left.at - right.at)[0];
  return {
    now: () => time,
    after: (milliseconds, task) => add({ at: time + milliseconds, task }),
    every: (milliseconds, task) =>
      add({ at: time + milliseconds, task, again: milliseconds }),
    pass: (milliseconds) => {
      const end = time + milliseconds;
      for (let due = next(end); due !== undefined; due = next(end)) {
        time = due.at;
        if (due.again === undefined) pending.delete(due);
        else due.at += due.again;
        due.task();
      }
      time = end;
    },
  };
}
