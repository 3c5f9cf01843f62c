import type {
  FiringCase,
  InputSeries,
  QuietCase,
} from "../../model/alert-proof";
import { minutes } from "../../model/duration";
import type { Duration } from "../../model/duration";
import { expectedTexts } from "../alerts/expected-texts";
import type { AlertFields } from "../alerts/expected-texts";
import { rounded } from "../query";
import { RATE_WINDOW } from "../recording/recorded";
import { countedAfter } from "./enough";
import type { Labels } from "../series";

/** Segments of events per minute, all of one kind. */
export type Traffic<Kind> = readonly (readonly [
  minutes: number,
  perMinute: number,
  kind: Kind,
])[];

/** Minutes in which a rate shows an increase: the window counts each of them. */
const SHOWN = RATE_WINDOW.seconds / 60 - 1;

/** Whether a window remembers what comes in one minute for as long as an alert waits. */
export const remembersOneMinute = (
  window: Duration,
  waits: Duration,
): boolean => waits.seconds / 60 <= window.seconds / 60 - SHOWN;

/** A course, and the minute in which the condition begins to hold, if it does. */
interface Course<Kind> {
  readonly traffic: Traffic<Kind>;
  readonly begins: number;
}

/** A recorded window and the same over its baseline. */
interface Compared<Kind> {
  readonly fields: AlertFields;
  readonly window: Duration;
  /** Minimum number of events within the window. */
  readonly enough: number;
  /** The normal state. */
  readonly calm: Kind;
  /** Labels of the recorded series. */
  readonly labels: Labels;
  readonly world: (traffic: Traffic<Kind>) => InputSeries;
}

/** Cases of an alert on a recorded window and its baseline. */
interface BaselineCases<Kind> {
  /**
   * Many events in the first minute, which only the baseline soon contains; then many of another
   * kind.
   */
  readonly since: (before: Kind, now: Kind) => Course<Kind>;
  /**
   * Many events in the first minute; then, after a gap, a multiple of the minimum in a window: all
   * within one minute, or steadily where the alert waits until the window has forgotten that one.
   */
  readonly atOnce: (before: Kind, times: number, now: Kind) => Course<Kind>;
  readonly firing: (course: Course<Kind>, value: number) => FiringCase;
  readonly quiet: (course: Course<Kind>) => QuietCase;
}

/**
 * The cases are short although the baseline is long: the rule that records it proves its length.
 * They show what the alert compares, and in which window it counts.
 */
export function baselineCases<Kind>({
  fields,
  window,
  enough,
  calm,
  labels,
  world,
}: Compared<Kind>): BaselineCases<Kind> {
  const length = window.seconds / 60;
  const wait = fields.for.seconds / 60;
  const often = 100 * enough;
  /** So many that later events do not change the baseline. */
  const burst = often * 1e5;
  /** Longer than twice the window. */
  const silence = 2 * length + 10;
  return {
    since: (before, now) => ({
      traffic: [
        [1, burst, before],
        [length + SHOWN + wait + 5, often, now],
      ],
      begins: length + SHOWN,
    }),
    atOnce: (before, times, now) =>
      remembersOneMinute(window, fields.for)
        ? {
            traffic: [
              [1, burst, before],
              [silence, 0, calm],
              [1, enough * times, now],
              [SHOWN + wait, 0, calm],
            ],
            begins: 1 + silence + SHOWN,
          }
        : {
            traffic: [
              [1, burst, before],
              [silence, 0, calm],
              [length + SHOWN + wait, (enough * times) / length, now],
            ],
            begins: 1 + silence + countedAfter(1 / times, window),
          },
    firing: ({ traffic, begins }, value) => ({
      series: world(traffic),
      before: "nothing",
      at: minutes(begins + wait),
      expect: [expectedTexts(fields, labels, rounded(value))],
      // So many good events that the others do not matter.
      resolves: { series: world([[10, burst, calm]]), after: minutes(1) },
    }),
    quiet: ({ traffic }) => ({
      series: world(traffic),
      at: minutes(traffic.reduce((sum, [each]) => sum + each, 0)),
    }),
  };
}

/** Slightly above and slightly below a limit. */
export const MORE = 1.06;
export const LESS = 0.94;
