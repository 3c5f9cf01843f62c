import { minutes } from "../../model/duration";
import type { RecordingRule } from "../../model/recording-rule";
import { aggregated, rounded } from "../query";
import {
  equalityMatchers,
  matchersIn,
  seriesOf,
  unrelatedSeries,
} from "../series";
import type { Labels } from "../series";
import type { Recorded } from "./recorded";

/** Ratio of two gauges: used by maximum connections, used by available bytes. */
export interface Gauges {
  /** Selector of the numerator. */
  readonly part: string;
  /** Selector of the denominator. */
  readonly whole: string;
  /**
   * `max` if all pods report the same value; `sum` for the ratio of all together where each reports
   * its own; `worst` for the greatest of the ratios where each has a limit of its own: one full
   * pool fails, however empty the others are.
   */
  readonly aggregation: "max" | "sum" | "worst";
  /** Labels to group by. @default none */
  readonly by?: readonly string[];
  /** Values of grouping labels that the selectors do not fix. @default none */
  readonly labels?: Labels;
}

/** The grouping labels of the ratio of two gauges, with their values. */
export const gaugeLabels = ({ part, by = [], labels = {} }: Gauges): Labels => {
  const all: Labels = { ...equalityMatchers(part), ...labels };
  return Object.fromEntries(by.map((label) => [label, all[label] ?? label]));
};

/** 0.1 of 0.125 and 0.3 of 0.5: what is largest of both, all of both, and the larger share. */
const RESULTS: Readonly<Record<Gauges["aggregation"], number>> = {
  max: 0.6,
  sum: 0.64,
  worst: 0.8,
};

/** A recording rule of the ratio; no sample for a denominator of zero. */
export function gaugeRatio({
  record,
  ...pair
}: Recorded & Gauges): RecordingRule {
  const { part, whole, aggregation, by = [] } = pair;
  const expr =
    aggregation === "worst"
      ? aggregated("max", by, `${part} / (${whole} > 0)`)
      : `${aggregated(aggregation, by, part)}
  / (${aggregated(aggregation, by, whole)} > 0)`;
  const kept = gaugeLabels(pair);
  const gauges = (selector: string, values: readonly number[]) => {
    const series = seriesOf(selector, kept);
    return Object.fromEntries([
      ...values.map((each, index) => [
        seriesOf(series, { pod: index === 0 ? "a" : "b" }),
        `${String(each)}x5`,
      ]),
      ...unrelatedSeries(selector, { [series]: 1 }).flatMap((unrelated) =>
        Object.keys(unrelated).map((each) => [each, "7x5"]),
      ),
    ]) as Readonly<Record<string, string>>;
  };
  return {
    record,
    expr,
    proof: {
      cases: [
        {
          // A whole below one, which a guard of one instead of zero would hide.
          name: "two pods say something else",
          series: {
            ...gauges(part, [0.1, 0.3]),
            ...gauges(whole, [0.125, 0.5]),
          },
          at: minutes(5),
          samples: [{ labels: kept, value: rounded(RESULTS[aggregation]) }],
        },
        {
          name: "there is no whole",
          series: { ...gauges(part, [0, 0]), ...gauges(whole, [0, 0]) },
          at: minutes(5),
          samples: [],
        },
      ],
      ...(aggregation === "worst"
        ? { equivalent: unmatched(part, whole) }
        : {}),
    },
  };
}

/** Series of one gauge alone have no ratio, so either selector is enough to keep others out. */
const unmatched = (
  part: string,
  whole: string,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    matchersIn(part)
      .filter((matcher) => matchersIn(whole).includes(matcher))
      .flatMap((matcher) =>
        ["", " (#2)"].map((place) => [
          `without ${matcher}${place}`,
          "a division compares all labels, so the other selector keeps others out",
        ]),
      ),
  );
