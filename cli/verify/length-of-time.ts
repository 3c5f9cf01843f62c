import type { Duration } from "../../model/duration";
import { readDuration } from "../../checks/routing/read-duration";

/** Milliseconds of a length of time as a server writes it, or undefined where it is none. */
export function millisecondsOf(text: string): number | undefined {
  try {
    return readDuration(text);
  } catch {
    return undefined;
  }
}

/** Whether a text is this length of time, however it is written. */
export const isLength = (text: string, { milliseconds }: Duration): boolean =>
  millisecondsOf(text) === milliseconds;
