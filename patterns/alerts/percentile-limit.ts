import type { AlertDeclaration } from "../../model/alert";
import type { InputSeries } from "../../model/alert-proof";
import { minutes } from "../../model/duration";
import type { Duration } from "../../model/duration";
import { shortQuery } from "../../model/short-query";
import { thresholdValue } from "../../model/threshold";
import type { Count } from "../../model/threshold";
import { counters } from "../counters";
import {
  boundsAround,
  bucketExample,
  observedLabels,
  strangeObservations,
} from "../observations";
import type { BucketCounts, Observations } from "../observations";
import { alertOf, expectedTexts } from "./expected-texts";
import type { AlertFields } from "./expected-texts";
import { limitInForce } from "./limits-in-force";

/** A recorded percentile with its limit. */
interface LimitedPercentile {
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
const NORMAL = 6000;

/** Latency of the observations: exactly `at` the limit, a little beyond it, or quick. */
type Pace = "quick" | "at" | "beyond";

/** Segments of minutes with a number of observations each, at one latency. */
type Traffic = readonly (readonly [
  minutes: number,
  perMinute: number,
  pace: Pace,
])[];

/** Buckets around a limit and the percentile just beyond it. */
function paces({ quantile, observations, limit }: LimitedPercentile): {
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

function world(percentile: LimitedPercentile, traffic: Traffic): InputSeries {
  const { observations } = percentile;
  const { shares } = paces(percentile);
  const length = traffic.reduce((sum, [each]) => sum + each, 0);
  return counters([
    ...(["quick", "at", "beyond"] as const).map((pace) => ({
      example: bucketExample(observations, shares[pace]),
      growth: traffic.map(
        ([each, perMinute, has]) =>
          [each, has === pace ? perMinute : 0] as const,
      ),
    })),
    ...strangeObservations(observations).map((example) => ({
      example,
      growth: [[length, NORMAL]] as const,
    })),
  ]);
}

const lengthOf = (traffic: Traffic): Duration =>
  minutes(traffic.reduce((sum, [length]) => sum + length, 0));

const recovered = (percentile: LimitedPercentile): InputSeries =>
  world(percentile, [[10, NORMAL * 10_000, "quick"]]);

/** An alert on a recorded percentile above its limit for the alert's `for`. */
export function percentileLimit({
  percentile,
  quantile,
  observations,
  limit,
  ...fields
}: AlertFields &
  LimitedPercentile & {
    /** Name of the recorded percentile. */
    readonly percentile: string;
  }): AlertDeclaration {
  return alertOf(
    fields,
    {
      expr: `${percentile} > {${limit.name}}`,
      thresholds: { [limit.name]: limit.value },
      proof: slow(fields, { quantile, observations, limit }, []),
    },
    (limits) =>
      percentileLimit({
        ...fields,
        percentile,
        quantile,
        observations,
        limit: limitInForce(limit, limits),
      }),
  );
}

/**
 * An alert on a percentile above its limit over a period and now. The first condition alone would
 * keep firing for days after a fault, the second would fire on every short one.
 */
export function percentileBroken({
  period,
  now,
  quantile,
  observations,
  limit,
  ...fields
}: AlertFields &
  LimitedPercentile & {
    /** Name of the percentile that is recorded over the period. */
    readonly period: string;
    /** Name of the recorded percentile of the current condition, and its lookback. */
    readonly now: { readonly percentile: string; readonly window: Duration };
  }): AlertDeclaration {
  const pending = fields.for.seconds / 60;
  // Until the first ten minutes have left the window and the rates that it sums up, and the alert's
  // `for` has passed.
  const later = now.window.seconds / 60 + 20 + pending;
  return alertOf(
    fields,
    {
      expr: `${period} > {${limit.name}} and ${now.percentile} > {${limit.name}}`,
      thresholds: { [limit.name]: limit.value },
      proof: {
        ...slow(fields, { quantile, observations, limit }, [
          // Slow now, but quick for so long before that the period is not.
          [
            [10, NORMAL * 10_000, "quick"],
            [later - 10, NORMAL, "beyond"],
          ],
          // Slow over the period, but quick recently.
          [
            [10, NORMAL * 10_000, "beyond"],
            [later - 10, NORMAL, "quick"],
          ],
        ]),
        ...(Number.isInteger(thresholdValue(limit.value))
          ? { equivalent: exactly([period, now.percentile]) }
          : {}),
      },
    },
    (limits) =>
      percentileBroken({
        ...fields,
        period,
        now,
        quantile,
        observations,
        limit: limitInForce(limit, limits),
      }),
  );
}

/** A limit that is a whole number is tested at the limit itself. */
const exactly = (
  percentiles: readonly string[],
): Readonly<Record<string, string>> => {
  const names = percentiles.map(shortQuery);
  return Object.fromEntries(
    names.map((name, index) => [
      `${name} > → >=${names.indexOf(name) === index ? "" : " (#2)"}`,
      "a percentile of many observations never lies exactly on its limit while the other is beyond it",
    ]),
  );
};

/** Fires slightly beyond the limit, not exactly at it, nor in the other given cases. */
function slow(
  fields: AlertFields,
  percentile: LimitedPercentile,
  quiet: readonly Traffic[],
): AlertDeclaration["proof"] {
  const pending = fields.for.seconds / 60;
  const { value } = paces(percentile);
  const nearMiss: Traffic = [[pending + 10, NORMAL, "at"]];
  return {
    fires: [
      {
        series: world(percentile, [[pending + 10, NORMAL, "beyond"]]),
        before: "nothing",
        // A rate needs two samples.
        at: minutes(pending + 1),
        expect: [
          expectedTexts(fields, observedLabels(percentile.observations), value),
        ],
        resolves: { series: recovered(percentile), after: minutes(1) },
      },
    ],
    quiet: [nearMiss, ...quiet].map((traffic) => ({
      series: world(percentile, traffic),
      at: lengthOf(traffic),
    })),
  };
}
