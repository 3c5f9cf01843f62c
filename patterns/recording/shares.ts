import { milliseconds } from "../../model/duration";
import type { Duration } from "../../model/duration";
import type { RecordingRule } from "../../model/recording-rule";
import type { Example } from "../../model/slo";
import { counters, onTwoPods } from "../counters";
import {
  equalityMatchers,
  exampleWith,
  labelsIn,
  unrelatedSeries,
} from "../series";
import type { Observations } from "../observations";
import { observationSelector } from "../observations";
import { aggregated, silentAggregation } from "../query";
import { seriesOf } from "../series";
import { burstsAround, provedRawWindow } from "../windows";
import type { Recorded } from "./recorded";

/** A part of a counter, from raw samples. */
interface Share {
  /** Selector of the part: `cache_requests_total{result="hit"}`. */
  readonly part: string;
  /** Selector of the whole. */
  readonly whole: string;
  /** Series that each grow on an event of the part, and on any other event of the whole. */
  readonly examples: { readonly inside: Example; readonly outside: Example };
  /** Labels to group by; they have a value in the examples. @default none */
  readonly by?: readonly string[];
  readonly window: Duration;
  /** `rate` for a share of traffic, `increase` for a share of a number; the result is the same. */
  readonly over: "rate" | "increase";
  /**
   * `rest` for the complement of the part, whose counter may have no series before the first event:
   * runs that did not fail.
   * @default "part"
   */
  readonly shows?: "part" | "rest";
}

/** Share of a counter's growth over a window; no sample without events. */
export function shareOf({
  record,
  part,
  whole,
  examples,
  by = [],
  window,
  over,
  shows = "part",
}: Recorded & Share): RecordingRule {
  const growth = (selector: string): string =>
    aggregated("sum", by, `${over}(${selector}[${window.toString()}])`);
  const inside = growth(part);
  const all = growth(whole);
  const proved = provedRawWindow(window);
  const labels = labelsIn({ ...examples.inside, ...examples.outside }, by);
  // Less than one in all: a guard of one instead of zero would hide it.
  const course = (inside: number, outside: number, before: number) =>
    counters([
      ...onTwoPods(
        examples.inside,
        burstsAround(window, { before, within: inside }),
      ),
      ...onTwoPods(
        examples.outside,
        burstsAround(window, { before: 0, within: outside }),
      ),
      ...unrelatedSeries(whole, examples.inside).map((example) => ({
        example: exampleWith(example, { pod: "other" }),
        growth: burstsAround(window, { before: 9, within: 9 }),
      })),
    ]);
  return {
    record,
    expr:
      shows === "part"
        ? `${inside}
  / (${all} > 0)`
        : `1 - (
  ${inside}
    or 0 * ${all}
) / (${all} > 0)`,
    proof: {
      cases: [
        {
          name: "before the window nothing but the part, in its first half a quarter, and nothing since",
          series: course(0.125, 0.375, 8),
          ...proved,
          samples: [{ labels, value: shows === "part" ? 0.25 : 0.75 }],
        },
        {
          name: "nothing happens",
          series: course(0, 0, 0),
          ...proved,
          samples: [],
        },
        ...(shows === "part"
          ? []
          : [
              {
                // Early in the window: a window of half the length contains no events.
                name: "the part has never happened, and the counter of everything has ended",
                series: counters(
                  onTwoPods(examples.outside, [[provedSteps(window), 0.375]]),
                ),
                ...proved,
                samples: [{ labels, value: 1 }],
              },
            ]),
      ],
      ...(shows === "part"
        ? {}
        : {
            equivalent: {
              ...silentAggregation({
                query: all,
                becomes: "avg",
                why: "zero times anything",
                after: [inside],
              }),
              ...silentMatchers(part, whole),
              [`${window.toString()} → ${milliseconds(window.milliseconds * 2).toString()} (#2)`]:
                BELOW_THE_LINE,
            },
          }),
    },
  };
}

const BELOW_THE_LINE =
  "a zero where there is none of the part means nothing without the whole below the line";

/** Matchers of the zero for a part that has never occurred. */
const silentMatchers = (
  part: string,
  whole: string,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(equalityMatchers(whole)).map(([label, value]) => [
      `without ${label}="${value}"${equalityMatchers(part)[label] === value ? " (#2)" : ""}`,
      BELOW_THE_LINE,
    ]),
  );

/** Values of a counter that ends in the first half of the window. */
const provedSteps = (window: Duration): number =>
  Math.floor(
    (window.milliseconds / provedRawWindow(window).interval.milliseconds) * 1.3,
  );

/** Mean of a histogram's observations, over a window. */
export function meanOf({
  record,
  observations,
  window,
}: Recorded & {
  readonly observations: Observations;
  readonly window: Duration;
}): RecordingRule {
  const sum = observationSelector(observations, "sum");
  const count = observationSelector(observations, "count");
  const series = (selector: string): string =>
    seriesOf(selector, observations.labels);
  return shareOf({
    record,
    part: sum,
    whole: count,
    // One that takes a second (or costs a dollar), and one that takes no time.
    examples: {
      inside: { [series(sum)]: 1, [series(count)]: 1 },
      outside: { [series(sum)]: 0, [series(count)]: 1 },
    },
    by: observations.by ?? [],
    window,
    over: "rate",
  });
}
