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
import type { Labels } from "../series";

/** So many in each minute, all of them such, one stretch after the other. */
export type Traffic<Kind> = readonly (readonly [
  minutes: number,
  perMinute: number,
  kind: Kind,
])[];

/** A course, and the minute in which the condition begins to hold where it ever does. */
interface Course<Kind> {
  readonly traffic: Traffic<Kind>;
  readonly begins: number;
}

/** What is recorded over a window and compared with the same over a baseline. */
interface Compared<Kind> {
  readonly fields: AlertFields;
  readonly window: Duration;
  /** So many within the window are enough. */
  readonly enough: number;
  /** What there is when all is well. */
  readonly calm: Kind;
  /** Labels of what is recorded. */
  readonly labels: Labels;
  readonly world: (traffic: Traffic<Kind>) => InputSeries;
}

/** Cases of an alert on a recorded window and its baseline. */
interface BaselineCases<Kind> {
  /**
   * Much in the first minute, which soon only the baseline remembers; then many of another kind.
   */
  readonly since: (before: Kind, now: Kind) => Course<Kind>;
  /**
   * Much in the first minute; then, after a silence, all of it within one minute: so many times
   * what is enough.
   */
  readonly atOnce: (before: Kind, times: number, now: Kind) => Course<Kind>;
  readonly firing: (course: Course<Kind>, value: number) => FiringCase;
  readonly quiet: (course: Course<Kind>) => QuietCase;
}

/**
 * Cases that are short although the baseline is long: how long it is concerns the rule that records
 * it and is proved there. Of the alert they show what it compares, and which window it counts in.
 *
 * @throws RangeError when the window forgets what happens in one minute before the alert has waited
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
  // A rate knows of an increase at so many evaluations, and the window counts each of them.
  const known = RATE_WINDOW.seconds / 60 - 1;
  if (wait > length - known) {
    throw new RangeError(
      `an alert that waits for ${fields.for.toString()} never sees all that happens in one minute for so long within ${window.toString()}`,
    );
  }
  const often = 100 * enough;
  /** So many that whatever comes later does not move the baseline. */
  const burst = often * 1e5;
  /** So long that twice the window is full of it. */
  const silence = 2 * length + 10;
  return {
    since: (before, now) => ({
      traffic: [
        [1, burst, before],
        [length + known + wait + 5, often, now],
      ],
      begins: length + known,
    }),
    atOnce: (before, times, now) => ({
      traffic: [
        [1, burst, before],
        [silence, 0, calm],
        [1, enough * times, now],
        [known + wait, 0, calm],
      ],
      begins: 1 + silence + known,
    }),
    firing: ({ traffic, begins }, value) => ({
      series: world(traffic),
      before: "nothing",
      at: minutes(begins + wait),
      expect: [expectedTexts(fields, labels, rounded(value))],
      // So many are well that the others weigh nothing any more.
      resolves: { series: world([[10, burst, calm]]), after: minutes(1) },
    }),
    quiet: ({ traffic }) => ({
      series: world(traffic),
      at: minutes(traffic.reduce((sum, [each]) => sum + each, 0)),
    }),
  };
}

/** A little more, and a little less, than a limit. */
export const MORE = 1.06;
export const LESS = 0.94;
