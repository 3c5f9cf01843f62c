import { boundText } from "../model/bucket-bounds";
import {
  equalityMatchers,
  exampleWith,
  seriesOf,
  unrelatedSeries,
} from "./series";
import type { Labels } from "./series";
import type { Example } from "../model/slo";

/** What a histogram of the application observes: how long requests take. */
export interface Observations {
  /** Name of the histogram, without `_bucket`. */
  readonly histogram: string;
  /** Matchers of its series, without braces: `system="shop"`. @default none */
  readonly matchers?: string;
  /** Labels to group by, besides `le`. @default none */
  readonly by?: readonly string[];
  /**
   * Values of grouping labels, and of labels that a matcher does not fix with `=`.
   * @default none
   */
  readonly labels?: Labels;
  /** Its bounds, ascending, in its base unit, without `+Inf`: those of the contract. */
  readonly buckets: readonly number[];
}

/** Selector of one of the histogram's series: `_bucket`, `_sum` or `_count`. */
export const observationSelector = (
  { histogram, matchers = "" }: Observations,
  part: "bucket" | "sum" | "count",
): string => {
  const name = `${histogram}_${part}`;
  return matchers === "" ? name : `${name}{${matchers}}`;
};

/** Grouping labels, with the values of the observations. */
export const observedLabels = (observations: Observations): Labels => {
  const all: Labels = {
    ...equalityMatchers(observationSelector(observations, "bucket")),
    ...observations.labels,
  };
  return Object.fromEntries(
    (observations.by ?? []).map((label) => {
      const value = all[label];
      if (value === undefined) {
        throw new Error(
          `${observations.histogram}: no value for the label "${label}", which is kept; give one in labels`,
        );
      }
      return [label, value];
    }),
  );
};

/** Observations counted up to each bound: `[[0.5, 90], [1, 100], [Infinity, 100]]`. */
export type BucketCounts = readonly (readonly [bound: number, count: number])[];

/** The increase of each bucket by a number of observations. */
export const bucketExample = (
  observations: Observations,
  counts: BucketCounts,
  labels: Labels = {},
): Example =>
  Object.fromEntries(
    counts.map(([bound, count]) => [
      seriesOf(observationSelector(observations, "bucket"), {
        ...observations.labels,
        ...labels,
        le: boundText(bound),
      }),
      count,
    ]),
  );

/** Observations of others, all very slow unless they are quick, which must not count. */
export const strangeObservations = (
  observations: Observations,
  pace: "slow" | "quick" = "slow",
): readonly Example[] =>
  unrelatedSeries(
    observationSelector(observations, "bucket"),
    bucketExample(observations, [
      ...observations.buckets.map(
        (bound) => [bound, pace === "slow" ? 0 : 1000] as const,
      ),
      [Infinity, 1000],
    ]),
  ).map((example) => exampleWith(example, { pod: "other" }));

/**
 * The bounds around a value: the greatest at or below it and the next one; 0 if there is none
 * below.
 */
export function boundsAround(
  { histogram, buckets }: Observations,
  value: number,
): { readonly below: number; readonly above: number } {
  const above = buckets.find((bound) => bound > value);
  if (above === undefined) {
    throw new RangeError(
      `${histogram} has no bound above ${String(value)}, so no percentile of it can exceed that`,
    );
  }
  return {
    below: buckets.filter((bound) => bound <= value).at(-1) ?? 0,
    above,
  };
}
