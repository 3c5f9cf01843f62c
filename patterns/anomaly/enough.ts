import type { Duration } from "../../model/duration";
import { shortQuery } from "../../model/short-query";
import { thresholdValue } from "../../model/threshold";
import type { Count } from "../../model/threshold";
import { RATE_WINDOW } from "../recording/recorded";

/** What a share or a percentile is made of must be so many within the window, or it says nothing. */
export interface Enough {
  /** Name of the recorded rate of all of them, per second. */
  readonly rate: string;
  /**
   * So many within the window are enough, and the name of the limit. What is made of rates is a little less or more than the number that
   * it stands for, so a limit between two whole numbers is met exactly.
   */
  readonly minimum: { readonly name: string; readonly value: Count };
}

/** Whether there are enough within a window, from their recorded rate. */
export const isEnough = ({ rate, minimum }: Enough, window: Duration): string =>
  `${countedBy(rate, window)} >= {${minimum.name}}`;

/** A change of the limit that no world can tell: promtool is asked it only of whole numbers. */
export const exactlyEnough = (
  { rate, minimum }: Enough,
  window: Duration,
): Readonly<Record<string, string>> =>
  Number.isInteger(thresholdValue(minimum.value))
    ? { [`${shortQuery(countedBy(rate, window))} >= → >`]: NEVER_EXACTLY }
    : {};

const countedBy = (rate: string, window: Duration): string =>
  `avg_over_time(${rate}[${window.toString()}]) * ${String(window.seconds)}`;

export const NEVER_EXACTLY =
  "what is made of rates over windows is never exactly a limit";

/** When a case of a window over recorded rates is judged, in minutes. */
export interface Moments {
  /** The first at which rates and window know no more of what happened in the first minute, though the baseline does. */
  readonly forgotten: number;
  /** For so long nothing happens, that twice the window is full of it. */
  readonly silence: number;
  /** From the one minute in which something happens until all of it is counted. */
  readonly counted: number;
}

/**
 * @throws RangeError when the window has lost what it counted before the alert has waited
 */
export function momentsOf(window: Duration, wait: Duration): Moments {
  const length = window.seconds / 60;
  // A rate knows of an increase at four evaluations, and the window counts each of them.
  const known = RATE_WINDOW.seconds / 60 - 1;
  if (wait.seconds / 60 > length - known) {
    throw new RangeError(
      `an alert that waits for ${wait.toString()} never sees all that happens in one minute for so long within ${window.toString()}`,
    );
  }
  return {
    forgotten: length + known,
    silence: 2 * length + 10,
    counted: known - 1,
  };
}
