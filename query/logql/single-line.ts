import { milliseconds } from "../../model/duration";
import type { Duration } from "../../model/duration";
import { longestLogRange } from "./longest-log-range";

/** Whether one line is enough: a count of lines above 0. */
export const holdsOnSingleLine = (expr: string): boolean =>
  /count_over_time\b/.test(expr) && />\s*0\s*$/.test(expr);

/**
 * How long lines must come until the expression holds, at most: its range, and no time where a
 * single line is enough. Such a range only says when it ends.
 */
export const untilItHolds = (expr: string): Duration =>
  holdsOnSingleLine(expr) ? milliseconds(0) : longestLogRange(expr);
