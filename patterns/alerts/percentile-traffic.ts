import type { InputSeries } from "../../model/alert-proof";
import { minutes } from "../../model/duration";
import type { Duration } from "../../model/duration";
import { thresholdValue } from "../../model/threshold";
import type { Count } from "../../model/threshold";
import { counters, onTwoPods } from "../counters";
import {
  boundsAround,
  bucketExample,
  strangeObservations,
} from "../observations";
import type { BucketCounts, Observations } from "../observations";

/** A recorded percentile with its limit. */
export interface LimitedPercentile {
  /** The percentile, 0 to 1. */
  readonly quantile: number;
  readonly observations: Observations;
  /**
   * Largest good value, a bound of the histogram, and the name under which an environment overrides
   * it.
   */
  readonly limit: { readonly name: string; readonly value: Duration | Count };
}

/** Observations per minute, chosen so that the rank of a percentile is a whole number. */
export const NORMAL = 6000;

/** Latency of the observations: exactly `at` the limit, a little beyond it, or quick. */
type Pace = "quick" | "at" | "beyond";

/** Segments of minutes with a number of observations each, at one latency. */
export type Traffic = readonly (readonly [
  minutes: number,
  perMinute: number,
  pace: Pace,
])[];

/** Buckets around a limit and the percentile just beyond it. */
export function paces({ quantile, observations, limit }: LimitedPercentile): {
  readonly value: number;
  readonly shares: Readonly<Record<Pace, BucketCounts>>;
} {
  const most = thresholdValue(limit.value);
  const { below, above } = boundsAround(observations, most);
  if (below !== most) {
    throw new RangeError(
      `${observations.histogram} has no bound at ${String(most)}, so whether a percentile exceeds it is a guess; the next are ${String(below)} and ${String(above)}`,
    );
  }
  // Above a minute texts show truncated whole seconds: half a second keeps the text distinct from
  // the next one.
  const value =
    Math.min(most * 1.1, (most + above) / 2) + (most >= 60 ? 0.5 : 0);
  // All observations are below the upper bound; the engine interpolates the rest.
  const way = (value - most) / (above - most);
  const beyond = quantile - (way * (1 - quantile)) / (1 - way);
  const buckets = (atLimit: number): BucketCounts => [
    [below, atLimit],
    [above, 1],
    [Infinity, 1],
  ];
  return {
    value: Number(value.toPrecision(12)),
    shares: {
      quick: buckets(1),
      at: buckets(quantile),
      beyond: buckets(beyond),
    },
  };
}

export function world(
  percentile: LimitedPercentile,
  traffic: Traffic,
  { spread, others }: Surroundings = ALONE,
): InputSeries {
  const { observations } = percentile;
  const { shares } = paces(percentile);
  const length = traffic.reduce((sum, [each]) => sum + each, 0);
  return counters([
    ...(["quick", "at", "beyond"] as const).flatMap((pace) =>
      spread(
        bucketExample(observations, shares[pace]),
        traffic.map(
          ([each, perMinute, has]) =>
            [each, has === pace ? perMinute : 0] as const,
        ),
      ),
    ),
    ...strangeObservations(observations, others).map((example) => ({
      example,
      growth: [[length, NORMAL]] as const,
    })),
  ]);
}

/** On how many pods the observations are made, and how those of others are. */
export interface Surroundings {
  readonly spread: typeof onTwoPods;
  readonly others: "slow" | "quick";
}

const ALONE: Surroundings = {
  spread: (example, growth) => [{ example, growth }],
  others: "slow",
};

/** A count of slow ones is a difference of sums: others that are quick would be subtracted. */
export const AMONG_QUICK: Surroundings = { spread: onTwoPods, others: "quick" };

export const lengthOf = (traffic: Traffic): Duration =>
  minutes(traffic.reduce((sum, [length]) => sum + length, 0));

export const recovered = (
  percentile: LimitedPercentile,
  surroundings?: Surroundings,
): InputSeries =>
  world(percentile, [[10, NORMAL * 10_000, "quick"]], surroundings);
