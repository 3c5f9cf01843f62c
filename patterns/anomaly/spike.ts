import type { AlertDeclaration } from "../../model/alert";
import type { InputSeries } from "../../model/alert-proof";
import { milliseconds, minutes } from "../../model/duration";
import type { Duration } from "../../model/duration";
import type { Example } from "../../model/slo";
import { thresholdValue } from "../../model/threshold";
import type { Count } from "../../model/threshold";
import { shortQuery } from "../../model/short-query";
import { exampleWith, unrelatedSeries } from "../series";
import { alertOf, expectedTexts } from "../alerts/expected-texts";
import type { AlertFields } from "../alerts/expected-texts";
import { inForce } from "../alerts/limits-in-force";
import { counters, onTwoPods } from "../counters";
import type { Growth } from "../counters";
import { evaluationOf } from "./evaluation";
import { spikeCourse } from "./spike-course";
import type { Clock } from "./spike-course";

/** A counter that grows faster than its baseline. */
interface Spike {
  /** Selector: `shop_errors_total{system="shop"}`. */
  readonly counter: string;
  /** Series that each grow by one per event. */
  readonly example: Example;
  /** Current window. */
  readonly window: Duration;
  /** Window of the baseline, several times as long; it ends `offset` ago. */
  readonly baseline: Duration;
  /** Offset of the baseline, so that a spike does not raise it. @default it ends now */
  readonly offset?: Duration;
  /** Maximum multiple of the baseline. */
  readonly factor: Count;
  /** Minimum number of events within the window, whatever the baseline. */
  readonly minimum: Count;
  /** The alert's value: events per second, or the number within the window. @default "rate" */
  readonly shows?: "rate" | "increase";
}

/**
 * Samples within the window. Three samples give two increases: enough if the baseline is so long
 * that each further one costs much.
 */
const stepsWithin = (window: Duration, baseline: Duration): number =>
  baseline.milliseconds > 24 * window.milliseconds ? 3 : 12;

/**
 * An alert on events that occur several times as often as their mean over a longer time, with a
 * minimum number. Both are sums over all series, so noise of one pod does not matter.
 */
export function spike({
  counter,
  example,
  window,
  baseline,
  offset,
  factor,
  minimum,
  shows = "rate",
  ...fields
}: AlertFields & Spike): AlertDeclaration {
  const back = offset === undefined ? "" : ` offset ${offset.toString()}`;
  const now = `sum(increase(${counter}[${window.toString()}]))`;
  const guard = `${now} > {minimum}`;
  const compared =
    shows === "rate"
      ? `sum(rate(${counter}[${window.toString()}]))
    > {factor} * sum(rate(${counter}[${baseline.toString()}]${back}))`
      : `${now}
    > {factor} * sum(increase(${counter}[${baseline.toString()}]${back})) / ${String(baseline.milliseconds / window.milliseconds)}`;
  const within = stepsWithin(window, baseline);
  const step = milliseconds(window.milliseconds / within);
  const steps = (length: Duration): number =>
    Math.ceil(length.milliseconds / step.milliseconds);
  const clock: Clock = {
    step,
    window: within,
    baseline: steps(baseline),
    offset: steps(offset ?? minutes(0)),
    pending: steps(fields.for),
    waited: Math.floor(fields.for.milliseconds / step.milliseconds),
  };
  const evaluation = evaluationOf(step, fields.for);
  const often = thresholdValue(minimum) / within;
  const times = thresholdValue(factor);
  const usual = 2 * often;
  const strange = unrelatedSeries(counter, example);
  const world = (course: Growth, unrelated: number): InputSeries =>
    counters([
      ...onTwoPods(example, course),
      ...(unrelated === 0 ? [] : strange).map((each) => ({
        example: exampleWith(each, { pod: "other" }),
        growth: course.map(([length]) => [length, unrelated] as const),
      })),
    ]);
  /** Distinguishes events before the baseline from those in it. */
  const history: Growth = [
    [within, usual * clock.baseline],
    [clock.baseline + clock.offset, usual],
  ];
  const limits = { factor: times, minimum: thresholdValue(minimum) };
  /**
   * The baseline soon contains the spike itself, so the spike must grow to keep firing, but not
   * more than needed.
   */
  const above = (most: number): Growth => [
    [clock.window, usual * times * ABOVE],
    [clock.pending + 2, usual * times * most],
  ];
  const fault = clock.window - 1 + clock.waited;
  const known = clock.baseline - 1;
  /**
   * Much of the baseline is its oldest part, which distinguishes it from one that is shorter or
   * ends later.
   */
  const near: Growth = [
    [1, usual * 0.4 * known],
    [known - 1 + clock.offset - fault, (usual * 0.6 * known) / (known - 1)],
    [fault, usual * times * BELOW],
  ];
  /** Long enough for the baseline to be empty. */
  const silence: Growth = [[clock.offset + 2 * within, 0]];
  const long = 2 * clock.window + clock.pending;
  /** The first of these spikes that lasts for the alert's `for`. */
  const firing = (
    before: Growth,
    spikes: readonly Growth[],
    unrelated: number,
  ) => {
    const spiking = spikes.find((each) =>
      spikeCourse(before, each, clock, limits),
    );
    const course = spiking && spikeCourse(before, spiking, clock, limits);
    if (spiking === undefined || course === undefined) {
      throw new RangeError(
        `no spike of ${counter} lasts for ${fields.for.toString()}: ${baseline.toString()} know of it too soon`,
      );
    }
    const { begins, ends, mean } = course;
    const at = begins * step.milliseconds + fields.for.milliseconds;
    return {
      series: world([...before, ...spiking], unrelated),
      interval: step,
      evaluation,
      before: "nothing" as const,
      at: milliseconds(at),
      expect: [
        expectedTexts(
          fields,
          {},
          shows === "rate" ? mean / step.seconds : mean * clock.window,
        ),
      ],
      // No more events.
      resolves: {
        series: world([[clock.window, 0]], 0),
        after: milliseconds(ends * step.milliseconds - at),
      },
    };
  };
  const quiet = (course: Growth, unrelated: number) => ({
    series: world(course, unrelated),
    interval: step,
    evaluation,
    at: milliseconds(
      course.reduce((sum, [each]) => sum + each, 0) * step.milliseconds +
        // A step long, after which a shorter `for` has passed.
        (fields.for.milliseconds < step.milliseconds
          ? fields.for.milliseconds
          : 0),
    ),
  });
  return alertOf(
    fields,
    {
      expr: `(
  ${compared}
)
and ${guard}`,
      thresholds: { factor, minimum },
      proof: {
        fires: [
          firing(history, GROWTHS.map(above), usual * 1000),
          firing(silence, [[[long, often * 1.08]]], 0),
        ],
        quiet: [
          quiet(near, 0),
          quiet([...silence, [long, often * 0.9]], usual * 1000),
        ],
        equivalent: Object.fromEntries(
          (shows === "rate"
            ? [
                `${shortQuery(`sum(rate(${counter}[${window.toString()}]))`)} > → >=`,
                `${shortQuery(now)} > → >=`,
              ]
            : ["", " (#2)"].map((place) => `${shortQuery(now)} > → >=${place}`)
          ).map((change) => [
            change,
            "what a window knows of is guessed at both of its ends, and never exactly a limit",
          ]),
        ),
      },
    },
    (limits) =>
      spike({
        ...fields,
        counter,
        example,
        window,
        baseline,
        ...(offset === undefined ? {} : { offset }),
        factor: inForce(factor, "factor", limits),
        minimum: inForce(minimum, "minimum", limits),
        shows,
      }),
  );
}

/** Slightly more and slightly less than the limit. */
const ABOVE = 1.03;
const BELOW = 0.97;
/** How far above the limit it may grow during the alert's `for`. */
const GROWTHS: readonly number[] = [ABOVE, 1.1, 1.2, 1.5, 2, 3];
