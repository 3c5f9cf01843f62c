import type {
  ExpectedAlert,
  FiringCase,
  InputSeries,
  QuietCase,
} from "../../model/alert-proof";
import { milliseconds, minutes } from "../../model/duration";
import type { Duration } from "../../model/duration";
import type { Gauges } from "../recording/gauge-ratio";
import { gaugeLabels } from "../recording/gauge-ratio";
import { seriesOf } from "../series";

/** A gauge and its whole, and how far ahead it is predicted. */
export interface Line {
  /** Window of the regression line. */
  readonly window: Duration;
  /** How far ahead it is predicted. */
  readonly ahead: Duration;
}

/** Parameters of a prediction's proof. */
interface Limits extends Line {
  /** The alert's `for`. */
  readonly wait: Duration;
  /** Used share at the end. */
  readonly end: number;
  /** Minimum used share. */
  readonly floor: number;
}

/** A course of the used share, one value per step. */
type Gone = readonly number[];

/** A course that is predicted to reach the end. */
export interface Foreseen {
  readonly gone: Gone;
  readonly at: Duration;
  /** The predicted used share when the alert fires. */
  readonly predicted: number;
}

/** Parameters of the cases. */
export interface Prediction {
  /** Interval of values and of evaluations. */
  readonly step: Duration;
  readonly foreseen: readonly Foreseen[];
  readonly quiet: readonly { readonly gone: Gone; readonly at: Duration }[];
  /**
   * The whole, of which a step of the slow course takes a quarter: less than one, so that a limit
   * of one instead of zero is detected.
   */
  readonly whole: number;
}

/** `30 * 60`, `24 * 3600`: how far ahead, in seconds, as people write it. */
export const secondsAhead = ({ seconds }: Duration): string =>
  seconds % 3600 === 0
    ? `${String(seconds / 3600)} * 3600`
    : `${String(seconds / 60)} * 60`;

/**
 * Courses just above a limit and just below. Every limit is crossed halfway between two values, so
 * that none is equal to it.
 */
export function prediction(limits: Limits): Prediction {
  const { window, ahead, wait, end, floor } = limits;
  const step = stepOf(limits);
  const steps = (length: Duration): number =>
    length.milliseconds / step.milliseconds;
  const time = (amount: number): Duration =>
    milliseconds(amount * step.milliseconds);
  const pending = Math.ceil(steps(wait));
  const far = steps(ahead);
  const room = end - floor;
  const predicted = (gone: Gone, at: number): number =>
    lineThrough(gone.slice(Math.max(0, at - steps(window) + 1), at + 1), far);
  const foreseen = (gone: Gone): Foreseen => {
    const begins = gone.findIndex(
      (share, at) => at > 0 && share > floor && predicted(gone, at) > end,
    );
    if (begins < 0) throw new RangeError("the course is never foreseen to end");
    const at = begins + pending;
    return { gone, at: time(at), predicted: predicted(gone, at) };
  };
  /**
   * The used share per step where the line decides, and where the minimum does; not round, since
   * the last digits of round shares are inexact.
   */
  const slow = (0.37 * room) / far;
  const fast = (3 * room) / far;
  const slowly = (length: number): Gone =>
    straight(end - slow * (far + CROSSED), slow, length);
  const fastly = (length: number): Gone =>
    straight(floor - fast * CROSSED, fast, length);
  const peace = Array.from(
    { length: 2 * steps(window) },
    () => floor + 0.1 * room,
  );
  // Steep enough that more than half of the window contains it when the line reaches the end.
  const steep = (0.9 * room) / (0.5 * steps(window) + 0.65 * far);
  const crossed = Math.ceil(CROSSED);
  return {
    step,
    whole: 0.25 / slow,
    foreseen: [
      foreseen(slowly(crossed + pending + 2)),
      foreseen(fastly(crossed + pending + 2)),
      // Of the normal time before it, only the window counts.
      foreseen([
        ...peace,
        ...straight(floor + 0.1 * room + steep, steep, steps(window) + pending),
      ]),
    ],
    quiet: [
      // It recovers just before the alert's `for` has passed.
      {
        gone: [
          ...slowly(crossed + pending),
          ...straight(end - slow * (far + CROSSED), 0, pending + 2),
        ],
        at: time(crossed + 2 * pending + 1),
      },
      // Fast, but slightly below the minimum.
      { gone: fastly(crossed), at: time(crossed - 1) },
    ],
  };
}

/** When a limit is crossed, in steps from the start. */
const CROSSED = 10.5;

/** The series of a course; the whole is constant. */
export function seriesOfGone(
  gauges: Gauges,
  { whole }: Prediction,
  gone: Gone,
  shows: "used" | "free",
): InputSeries {
  const labels = { ...gauges.labels, ...gaugeLabels(gauges) };
  return {
    [seriesOf(gauges.part, labels)]: gone
      .map((share) => decimal(whole * (shows === "used" ? share : 1 - share)))
      .join(" "),
    [seriesOf(gauges.whole, labels)]:
      `${decimal(whole)}x${String(gone.length + 20)}`,
  };
}

const decimal = (value: number): string => String(Number(value.toFixed(9)));

/**
 * The longest step that distinguishes half of the `for` from all of it, has some dozens of values
 * in the window, and is within the lookback of an instant query.
 */
function stepOf({ window, wait, ahead }: Limits): Duration {
  const fits = (length: number): boolean =>
    length <= 5 &&
    window.seconds / 60 / length >= 40 &&
    [wait, ahead, window].every(
      ({ seconds }) => (seconds / 60) % length === 0,
    ) &&
    (wait.seconds === 0 || wait.seconds / 60 >= 2 * length);
  return minutes([5, 4, 3, 2, 1].find(fits) ?? 1);
}

const straight = (first: number, step: number, length: number): Gone =>
  Array.from({ length }, (_, each) => first + each * step);

/** Value of the least-squares line through these values, this many steps after the last. */
function lineThrough(values: Gone, ahead: number): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
  const slope =
    values.reduce((sum, each, at) => sum + (at - middle) * (each - mean), 0) /
    values.reduce((sum, _, at) => sum + (at - middle) ** 2, 0);
  return mean + slope * (values.length - 1 - middle + ahead);
}

/** A case without earlier samples that resolves with the next value. */
export const firingCase = (
  course: InputSeries,
  calm: InputSeries,
  at: Duration,
  { step }: Prediction,
  expected: ExpectedAlert,
): FiringCase => ({
  series: course,
  interval: step,
  evaluation: step,
  before: "nothing",
  at,
  expect: [expected],
  resolves: { series: calm, after: step },
});

/** A case that is evaluated at every value. */
export const quietCase = (
  series: InputSeries,
  at: Duration,
  { step }: Prediction,
): QuietCase => ({ series, at, interval: step, evaluation: step });
