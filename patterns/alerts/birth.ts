import type { InputSeries, QuietCase } from "../../model/alert-proof";
import { minutes } from "../../model/duration";
import type { Duration } from "../../model/duration";
import type { Example } from "../../model/slo";
import { exampleWith, matchersIn, unrelatedSeries } from "../series";

/**
 * Series that began within a window, on targets that were scraped before it: all their events are
 * new. `rate()` and `increase()` count from the first sample, and so miss the event that made it.
 * @see https://prometheus.io/docs/practices/instrumentation/#avoid-missing-metrics
 */
export const born = (
  counter: string,
  window: Duration,
  system: string,
): string => {
  const ago = `offset ${window.toString()}`;
  return `${counter} unless ${counter} ${ago} and on (job, instance) up{system="${system}"} ${ago} == 1`;
};

/** What a course of births is made of. */
interface Birth {
  /** Selector of the counter. */
  readonly counter: string;
  readonly example: Example;
  /** Series of the same counter that grow on other events, as far as there are. */
  readonly notCounted: readonly Example[];
  /** The label that distinguishes series to aggregate. */
  readonly spread: string;
  /** Minutes of the window. */
  readonly length: number;
  /** Minutes of the alert's `for`. */
  readonly pending: number;
  /** Minutes for which the alert keeps firing after its condition has ended. */
  readonly kept: number;
  /** Events above the limit. */
  readonly events: number;
}

/**
 * The first events ever, which fire; and the same number on a target that is scraped for the first
 * time, or again after an outage, which does not.
 */
export function birthCases(
  system: string,
  {
    counter,
    example,
    notCounted,
    spread,
    length,
    pending,
    kept,
    events,
  }: Birth,
): {
  readonly fires: {
    readonly series: InputSeries;
    readonly at: Duration;
    readonly resolves: {
      readonly series: InputSeries;
      readonly after: Duration;
    };
  };
  readonly quiet: readonly QuietCase[];
} {
  const target = { job: "app", instance: "a" };
  const up = `up{system="${system}", job="app", instance="a"}`;
  const still = length + 5;
  const others = up.replace(`"${system}"`, '"other"');
  const course = (each: Example, values: string): InputSeries =>
    Object.fromEntries(
      Object.keys(exampleWith(each, { [spread]: "a", ...target })).map(
        (series) => [series, values],
      ),
    );
  const of = (values: string): InputSeries => course(example, values);
  const many = String(events);
  const absent = (samples: number): string => `_x${String(samples)}`;
  const rest = `x${String(length + still)}`;
  return {
    fires: {
      series: {
        // Scraped for little more than the window, so that a longer one would not see it.
        [up]: `${absent(3)} 1${rest}`,
        ...of(`${absent(still)} ${many}${rest}`),
      },
      at: minutes(still + pending),
      resolves: {
        series: { [up]: `1${rest}`, ...of(`${many}${rest}`) },
        after: minutes(length - pending + kept),
      },
    },
    quiet: [
      {
        series: {
          [up]: `${absent(still)} 1${rest}`,
          // The same address was another system's before.
          [others]: `1x${String(still)}`,
          ...of(`${absent(still)} ${many}${rest}`),
        },
        at: minutes(still + length - 1),
      },
      {
        series: {
          [up]: `1x1 0x${String(still)} 1${rest}`,
          ...of(`${many}x1 ${absent(still)} ${many}${rest}`),
        },
        at: minutes(still + length - 1),
      },
      ...[...unrelatedSeries(counter, example), ...notCounted].map((each) => ({
        series: {
          [up]: `1${rest}`,
          ...course(each, `${absent(still)} ${many}${rest}`),
        },
        at: minutes(still),
      })),
    ],
  };
}

/**
 * Changes of {@link born} that no series can distinguish: `unless` compares all labels, so series
 * that a matcher excludes on its right side exclude nothing on its left.
 */
export const bornEquivalent = (
  counter: string,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    matchersIn(counter).map((matcher) => [
      `without ${matcher} (#2)`,
      "unless compares all labels, this one too",
    ]),
  );
