import { minutes } from "../model/duration";
import type { Duration } from "../model/duration";
import type { Growth } from "./counters";

/** A window as the proof of a rule that has it needs it. */
export interface ProvedWindow {
  /** Time between two evaluations: some hundred of them fill a long window. */
  readonly evaluation: Duration;
  /**
   * When the result is asked for: twice the window, so that one of twice the length would see more.
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

/** What happens at which of three times. */
export interface PerMinute {
  /** Before the window began. */
  readonly before: number;
  /** In its first half: a window of half the length would see nothing of it. */
  readonly within: number;
}

/**
 * A course over twice a window of what is recorded every few minutes: stretches that begin and end
 * away from evaluations.
 */
export function stretchesAround(
  window: Duration,
  { before, within }: PerMinute,
): Growth {
  const length = minutesIn(window);
  const early = Math.round(length / 2);
  const from = Math.round(length * 0.95);
  // A rate remembers for five minutes, which must not reach into the second half.
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
 * How a window of raw samples is proved: sixty of them fill a long one, since the engine reads ten
 * thousand at once at most.
 */
export interface ProvedRawWindow extends ProvedWindow {
  /** Time between two values. */
  readonly interval: Duration;
}

/** Values, evaluations and length of the proof of a window of raw samples. */
export function provedRawWindow(window: Duration): ProvedRawWindow {
  const length = minutesIn(window);
  const interval = minutes(length <= 60 ? 1 : length / 60);
  return { interval, evaluation: interval, at: minutes(length * 2) };
}

/**
 * A course over twice a window of raw samples: everything of one time happens between two of them,
 * so that what `rate()` and `increase()` make of it is known to the last digit. In values, not
 * minutes.
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
 * Events between two values of a window of up to an hour that make one per second of `rate()`,
 * which guesses what came before its first sample.
 */
export const burstOfOnePerSecond = (window: Duration): number =>
  60 * (minutesIn(window) - 1);
