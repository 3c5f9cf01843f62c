import type { Alert } from "../../model/alert";
import type { InputSeries } from "../../model/alert-proof";
import { milliseconds, minutes } from "../../model/duration";
import type { Duration } from "../../model/duration";
import type { Example } from "../../model/slo";
import { thresholdValue } from "../../model/threshold";
import type { Count } from "../../model/threshold";
import { shortQuery } from "../../model/short-query";
import { exampleWith, strangersOf } from "../series";
import { alertOf, told } from "../alerts/told";
import type { AlertFields } from "../alerts/told";
import { counters, onTwoPods } from "../counters";
import type { Growth } from "../counters";

/** A counter that grows faster than it used to. */
interface Spike {
  /** Selector: `shop_errors_total{system="shop"}`. */
  readonly counter: string;
  /** Series that each grow by one when it happens. */
  readonly example: Example;
  /** How far back is now. */
  readonly window: Duration;
  /** The time that it is compared with, several times as long; it ends `offset` ago. */
  readonly baseline: Duration;
  /** How long before now the baseline ends, so that a spike does not raise what it is compared with. @default it ends now */
  readonly offset?: Duration;
  /** How many times as fast as in the baseline is too fast. */
  readonly factor: Count;
  /** So many within the window are few, whatever they are compared with. */
  readonly minimum: Count;
  /** What the alert's value is: events per second, or how many within the window. @default "rate" */
  readonly shows?: "rate" | "increase";
}

/** Samples within the window: two increases are all that it knows. */
const STEPS = 3;

/** Lengths in steps of the world's clock. */
interface Clock {
  readonly step: Duration;
  readonly window: number;
  readonly baseline: number;
  readonly offset: number;
  /** How long the alert waits, in whole steps that cover it. */
  readonly pending: number;
  /** Values that come while it waits. */
  readonly waited: number;
}

/**
 * Something happens several times as often as its own mean over a longer time, and often enough to matter.
 * Both are sums over all series, so that noise of one pod says nothing.
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
}: AlertFields & Spike): Alert {
  const back = offset === undefined ? "" : ` offset ${offset.toString()}`;
  const now = `sum(increase(${counter}[${window.toString()}]))`;
  const guard = `${now} > {minimum}`;
  const compared =
    shows === "rate"
      ? `sum(rate(${counter}[${window.toString()}]))
    > {factor} * sum(rate(${counter}[${baseline.toString()}]${back}))`
      : `${now}
    > {factor} * sum(increase(${counter}[${baseline.toString()}]${back})) / ${String(baseline.milliseconds / window.milliseconds)}`;
  const step = milliseconds(window.milliseconds / STEPS);
  const steps = (length: Duration): number =>
    Math.ceil(length.milliseconds / step.milliseconds);
  const clock: Clock = {
    step,
    window: STEPS,
    baseline: steps(baseline),
    offset: steps(offset ?? minutes(0)),
    pending: steps(fields.for),
    waited: Math.floor(fields.for.milliseconds / step.milliseconds),
  };
  const evaluation = evaluationOf(step, fields.for);
  const often = thresholdValue(minimum) / STEPS;
  const times = thresholdValue(factor);
  const usual = 2 * often;
  const strange = strangersOf(counter, example);
  const world = (course: Growth, stranger: number): InputSeries =>
    counters([
      ...onTwoPods(example, course),
      ...(stranger === 0 ? [] : strange).map((each) => ({
        example: exampleWith(each, { pod: "other" }),
        growth: course.map(([length]) => [length, stranger] as const),
      })),
    ]);
  /** What lies before the baseline is told from it. */
  const history: Growth = [
    [STEPS, usual * clock.baseline],
    [clock.baseline + clock.offset, usual],
  ];
  /** The baseline soon sees the spike itself, so it must grow to go on. */
  const above: Growth = [
    [clock.window, usual * times * 1.06],
    [clock.pending + 2, usual * times * 3],
  ];
  const fault = clock.window + clock.pending + 1;
  const known = clock.baseline - 1;
  /** Much of the baseline is the oldest of what it knows: one that is shorter, or ends later, is told from it. */
  const near: Growth = [
    [1, usual * 0.4 * known],
    [known - 1 + clock.offset - fault, (usual * 0.6 * known) / (known - 1)],
    [fault, usual * times * 0.94],
  ];
  /** Long enough for the baseline to know that nothing happened. */
  const silence: Growth = [[clock.offset + 2 * STEPS, 0]];
  const long = 2 * clock.window + clock.pending;
  const firing = (before: Growth, spiking: Growth, stranger: number) => {
    const { begins, ends, mean } = courseOf(before, spiking, clock, {
      factor: times,
      minimum: thresholdValue(minimum),
    });
    const at = begins * step.milliseconds + fields.for.milliseconds;
    return {
      series: world([...before, ...spiking], stranger),
      interval: step,
      evaluation,
      before: "nothing" as const,
      at: milliseconds(at),
      expect: [
        told(
          fields,
          {},
          shows === "rate" ? mean / step.seconds : mean * clock.window,
        ),
      ],
      // Nothing happens any more.
      resolves: {
        series: world([[clock.window, 0]], 0),
        after: milliseconds(ends * step.milliseconds - at),
      },
    };
  };
  const quiet = (course: Growth, stranger: number) => ({
    series: world(course, stranger),
    interval: step,
    evaluation,
    at: milliseconds(
      course.reduce((sum, [each]) => sum + each, 0) * step.milliseconds +
        // As long as a step is, that is when a shorter wait is over.
        (fields.for.milliseconds < step.milliseconds
          ? fields.for.milliseconds
          : 0),
    ),
  });
  return alertOf(fields, {
    expr: `(
  ${compared}
)
and ${guard}`,
    thresholds: { factor, minimum },
    proof: {
      fires: [
        firing(history, above, usual * 1000),
        firing(silence, [[long, often * 1.08]], 0),
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
  });
}

/** How often the rule is asked: at each value, and often enough to tell half of the wait from all of it. */
function evaluationOf(step: Duration, wait: Duration): Duration {
  const common = greatestCommon(step.milliseconds, wait.milliseconds);
  return milliseconds(
    common === wait.milliseconds && common > 0 ? common / 2 : common,
  );
}

const greatestCommon = (left: number, right: number): number =>
  right === 0 ? left : greatestCommon(right, left % right);

/**
 * The step at which the condition begins to hold, the one at which it ends when nothing happens after the alert has waited, and the
 * mean of the window at that time. `rate` knows one increase less than it sees samples, and takes their mean for all of its window.
 */
function courseOf(
  before: Growth,
  spiking: Growth,
  { window, baseline, offset, waited }: Clock,
  { factor, minimum }: { readonly factor: number; readonly minimum: number },
): { readonly begins: number; readonly ends: number; readonly mean: number } {
  const calm = stepsOf(before);
  const fault = [...calm, ...stepsOf(spiking)];
  const mean = (growth: readonly number[], end: number, length: number) =>
    growth
      .slice(Math.max(0, end - length + 1), end)
      .reduce((sum, each) => sum + each, 0) /
    (length - 1);
  const holds = (growth: readonly number[], end: number): boolean => {
    const now = mean(growth, end, window);
    return (
      now > factor * mean(growth, end - offset, baseline) &&
      now * window > minimum
    );
  };
  const first = (
    growth: readonly number[],
    from: number,
    wanted: boolean,
  ): number => {
    for (let end = from; end <= growth.length; end += 1) {
      if (holds(growth, end) === wanted) return end;
    }
    throw new RangeError("the course has no spike that ends");
  };
  const begins = first(fault, calm.length, true);
  const told = begins + waited;
  const over = [
    ...fault.slice(0, told),
    ...Array.from({ length: 2 * window }, () => 0),
  ];
  return {
    begins,
    ends: first(over, told + 1, false),
    mean: mean(fault, told, window),
  };
}

/** What happens in each step. */
const stepsOf = (growth: Growth): readonly number[] =>
  growth.flatMap(([length, each]) => Array.from({ length }, () => each));
