import { minutes } from "../model/duration";
import type { Duration } from "../model/duration";
import type { Growth } from "./counters";

/** A window as the proof of a rule that has it needs it. */
export interface ProvedWindow {
  /** Time between two evaluations: some hundred of them fill a long window. */
  readonly evaluation: Duration;
  /** When the result is asked for: twice the window, so that one of twice the length would see more. */
  readonly at: Duration;
}

/** Evaluations and length of the proof of a window. */
export function provedWindow(window: Duration): ProvedWindow {
  const length = minutesIn(window);
  const evaluation =
    length <= 120 ? 1 : Math.max(5, Math.ceil(length / 360 / 30) * 30);
  return { evaluation: minutes(evaluation), at: minutes(length * 2) };
}

const minutesIn = ({ milliseconds }: Duration): number =>
  milliseconds / 60_000;

/** What happens at which of three times. */
export interface PerMinute {
  /** Before the window began. */
  readonly before: number;
  /** In its first half, for a third of its length: half a window would see nothing of it. */
  readonly within: number;
}

/** A course over twice a window of what is recorded every few minutes: stretches that begin and end away from evaluations. */
export function stretchesAround(
  window: Duration,
  { before, within }: PerMinute,
): Growth {
  const length = minutesIn(window);
  const lengths = [0.5, 0.6, 0.3].map((share) => Math.round(length * share));
  const used = lengths.reduce((sum, each) => sum + each, 0);
  const [early = 0, pause = 0, late = 0] = lengths;
  return [
    [early, before],
    [pause, 0],
    [late, within],
    [length * 2 - used, 0],
  ];
}

/**
 * A course over twice a window of raw samples: everything of one time happens within one minute, so that what `rate()` and
 * `increase()` make of it is known to the last digit.
 */
export function burstsAround(
  window: Duration,
  { before, within }: PerMinute,
): Growth {
  const length = minutesIn(window);
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

/** Events in one minute of a window of raw samples that make one per second of `rate()`, which guesses what came before its first sample. */
export const burstOfOnePerSecond = (window: Duration): number =>
  60 * (minutesIn(window) - 1);
