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
import { counters } from "../counters";
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

/** Lengths in steps of the world's clock, and what happens in one of them. */
interface Clock {
  readonly step: Duration;
  readonly window: number;
  readonly baseline: number;
  readonly offset: number;
  readonly pending: number;
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
  const step = milliseconds(
    Math.max(60_000, Math.floor(window.milliseconds / 24 / 60_000) * 60_000),
  );
  const steps = (length: Duration): number =>
    Math.ceil(length.milliseconds / step.milliseconds);
  const clock: Clock = {
    step,
    window: steps(window),
    baseline: steps(baseline),
    offset: steps(offset ?? minutes(0)),
    pending: steps(fields.for),
  };
  const often = thresholdValue(minimum) / clock.window;
  const times = thresholdValue(factor);
  const strange = strangersOf(counter, example);
  const world = (course: Growth, stranger: number): InputSeries =>
    counters([
      ...(
        [
          ["a", 0.75],
          ["b", 0.25],
        ] as const
      ).map(([pod, share]) => ({
        example: exampleWith(example, { pod }),
        growth: course.map(([length, each]) => [length, each * share] as const),
      })),
      ...strange.map((each) => ({
        example: exampleWith(each, { pod: "other" }),
        growth: course.map(([length]) => [length, stranger] as const),
      })),
    ]);
  const usual = 2 * often;
  // What lies before the baseline is told from it.
  const history: Growth = [
    [clock.baseline, usual * 10],
    [clock.baseline + clock.offset, usual],
  ];
  const half = Math.floor(clock.baseline / 2);
  /** Ever fewer, so that half of the baseline is less than all of it. */
  const falling: Growth = [
    [clock.baseline, usual],
    [half, usual * 1.9],
    [clock.baseline - half + clock.offset, usual * 0.5],
    [clock.window + clock.pending + 1, usual * 0.8 * times],
  ];
  const silence: Growth = [[clock.baseline + clock.offset, 0]];
  const long = 2 * clock.window + clock.pending;
  /** The baseline soon sees the spike itself, so it must grow to go on. */
  const above: Growth = [
    ...history,
    [clock.window, usual * times * 1.06],
    [clock.pending + 2, usual * times * 3],
  ];
  const firing = (course: Growth, stranger: number) => {
    const { at, value } = firstFiring(
      course,
      clock,
      times,
      thresholdValue(minimum),
    );
    return {
      series: world(course, stranger),
      interval: step,
      before: "nothing" as const,
      at: milliseconds(at * step.milliseconds + fields.for.milliseconds),
      expect: [
        told(
          fields,
          {},
          shows === "rate" ? value / step.seconds : value * clock.window,
        ),
      ],
    };
  };
  const quiet = (course: Growth, stranger: number) => ({
    series: world(course, stranger),
    interval: step,
    at: milliseconds(
      course.reduce((sum, [each]) => sum + each, 0) * step.milliseconds,
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
        firing(above, usual * 1000),
        firing([...silence, [long, often * 1.08]], 0),
      ],
      quiet: [
        quiet(
          [...history, [clock.window + clock.pending, usual * times * 0.94]],
          usual * 1000,
        ),
        quiet([...silence, [long, often * 0.9]], usual * 1000),
        quiet(falling, usual * 1000),
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

/**
 * The first step at which the condition holds, and the mean of the window when the alert has waited. `rate` knows one increase less
 * than it sees samples, and takes their mean for all of its window.
 */
function firstFiring(
  course: Growth,
  { window, baseline, offset, pending }: Clock,
  factor: number,
  minimum: number,
): { readonly at: number; readonly value: number } {
  const growth = course.flatMap(([length, each]) =>
    Array.from({ length }, () => each),
  );
  const mean = (end: number, length: number): number => {
    const seen = growth.slice(Math.max(0, end - length + 1), end);
    return seen.reduce((sum, each) => sum + each, 0) / (length - 1);
  };
  for (let at = baseline + offset; at <= growth.length; at += 1) {
    const now = mean(at, window);
    if (now > factor * mean(at - offset, baseline) && now * window > minimum) {
      return { at, value: mean(at + pending, window) };
    }
  }
  throw new RangeError("the course has no spike");
}
