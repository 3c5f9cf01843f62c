import { minutes } from "../model/duration";
import type { Duration } from "../model/duration";
import type { Growth } from "./counters";

/** A window in the proof of its rule. */
export interface ProvedWindow {
  /** Evaluation interval: some hundred evaluations fill a long window. */
  readonly evaluation: Duration;
  /**
   * Time of the result: twice the window, so that a window of twice the length would contain more.
   */
  readonly at: Duration;
}

/** Evaluations and length of the proof of a window. */
export function provedWindow(window: Duration): ProvedWindow {
  const length = minutesIn(window);
  const evaluation =
    length <= 120 ? 1 : Math.max(5, Math.ceil(length / 360 / 30) * 30);
  return { evaluation: minutes(evaluation), at: minutes(length * 2) };
}

const minutesIn = ({ milliseconds }: Duration): number => milliseconds / 60_000;

/** Events at three times. */
export interface PerMinute {
  /** Before the window began. */
  readonly before: number;
  /** In its first half: a window of half the length would not contain it. */
  readonly within: number;
}

/**
 * A course over twice a window of a series that is recorded every few minutes: segments whose
 * limits differ from evaluations.
 */
export function stretchesAround(
  window: Duration,
  { before, within }: PerMinute,
): Growth {
  const length = minutesIn(window);
  const early = Math.round(length / 2);
  const from = Math.round(length * 0.95);
  // A rate looks back five minutes, which must not extend into the second half.
  const to = Math.min(
    from - 1,
    Math.ceil(Math.max(length * 0.6, length / 2 + 5)),
  );
  return [
    [early, before],
    [2 * length - early - from, 0],
    [from - to, within],
    [to, 0],
  ];
}

/**
 * Parameters of the proof of a window of raw samples: sixty of them fill a long one, since the
 * engine reads at most ten thousand at once.
 */
export interface ProvedRawWindow extends ProvedWindow {
  /** Interval of values. */
  readonly interval: Duration;
}

/** Values, evaluations and length of the proof of a window of raw samples. */
export function provedRawWindow(window: Duration): ProvedRawWindow {
  const length = minutesIn(window);
  const interval = minutes(length <= 60 ? 1 : length / 60);
  return { interval, evaluation: interval, at: minutes(length * 2) };
}

/**
 * A course over twice a window of raw samples: all events of one time are between two of them, so
 * that the result of `rate()` and `increase()` is exact. In values, not minutes.
 */
export function burstsAround(
  window: Duration,
  { before, within }: PerMinute,
): Growth {
  const length =
    minutesIn(window) / minutesIn(provedRawWindow(window).interval);
  const early = length - Math.floor(length * 0.4);
  const late = Math.floor(length * 0.7);
  return [
    [early - 1, 0],
    [1, before],
    [2 * length - late - early - 1, 0],
    [1, within],
    [late, 0],
  ];
}

/**
 * Events between two values of a window of up to an hour that give one per second in `rate()`,
 * which extrapolates before its first sample.
 */
export const burstOfOnePerSecond = (window: Duration): number =>
  60 * (minutesIn(window) - 1);
