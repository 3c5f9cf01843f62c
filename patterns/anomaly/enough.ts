import type { Duration } from "../../model/duration";
import { shortQuery } from "../../model/short-query";
import { thresholdValue } from "../../model/threshold";
import type { Count } from "../../model/threshold";
import { RATE_WINDOW } from "../recording/recorded";

/** Slightly more than a minimum: less than the quarter that a mutant adds to it. */
export const HARDLY = 1.19;

/** The minimum number of events within the window for a ratio or percentile to mean something. */
export interface Enough {
  /** Name of the recorded rate of all events, per second. */
  readonly rate: string;
  /**
   * Minimum number of events within the window, and the name of the limit. A count from rates is
   * slightly inexact: use 4.5 for "at least five".
   */
  readonly minimum: { readonly name: string; readonly value: Count };
}

/**
 * Instead of a minimum of bad events: why a single one may make the alert fire. An alert at P0 or
 * P1 is refused without a minimum (`one-bad-event` in docs/query-checks.md).
 */
export interface EvenOne {
  /** The reason, for readers of the declaration. */
  readonly evenOne: string;
}

/** Whether there are enough events within a window, from their recorded rate. */
export const isEnough = ({ rate, minimum }: Enough, window: Duration): string =>
  `${countedBy(rate, window)} >= {${minimum.name}}`;

/**
 * The evaluation, a minute apart, at which steady events that began after none count as this share
 * of those that a whole window holds. A rate over five minutes has four increases, and knows one
 * more of them each time.
 */
export const countedAfter = (share: number, window: Duration): number =>
  Math.ceil((share * window.seconds) / 60 + (RATE_WINDOW.seconds / 60 - 2) / 2);

/** An equivalent mutant of the limit: proofs use whole numbers of events only. */
export const exactlyEnough = (
  { rate, minimum }: Enough,
  window: Duration,
): Readonly<Record<string, string>> =>
  Number.isInteger(thresholdValue(minimum.value))
    ? { [`${shortQuery(countedBy(rate, window))} >= → >`]: NEVER_EXACTLY }
    : {};

/** How many events there were within a window, from their recorded rate. */
export const countedBy = (rate: string, window: Duration): string =>
  `avg_over_time(${rate}[${window.toString()}]) * ${String(window.seconds)}`;

export const NEVER_EXACTLY =
  "what is made of rates over windows is never exactly a limit";
