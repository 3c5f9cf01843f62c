import type { Duration } from "../../model/duration";
import { shortQuery } from "../../model/short-query";
import { thresholdValue } from "../../model/threshold";
import type { Count } from "../../model/threshold";

/**
 * What a share or a percentile is made of must be so many within the window, or it says nothing.
 */
export interface Enough {
  /** Name of the recorded rate of all of them, per second. */
  readonly rate: string;
  /**
   * So many within the window are enough, and the name of the limit. What is made of rates is a
   * little less or more than the number that it stands for: "at least five" is 4.5.
   */
  readonly minimum: { readonly name: string; readonly value: Count };
}

/** Whether there are enough within a window, from their recorded rate. */
export const isEnough = ({ rate, minimum }: Enough, window: Duration): string =>
  `${countedBy(rate, window)} >= {${minimum.name}}`;

/** A change of the limit that no world can tell: it is asked of whole numbers only. */
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
