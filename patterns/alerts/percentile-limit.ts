import { boundText } from "../../model/bucket-bounds";
import type { AlertDeclaration } from "../../model/alert";
import type { FiringCase } from "../../model/alert-proof";
import { minutes } from "../../model/duration";
import type { Duration } from "../../model/duration";
import { shortQuery } from "../../model/short-query";
import { thresholdValue } from "../../model/threshold";
import type { Count } from "../../model/threshold";
import { HARDLY } from "../anomaly/enough";
import { observedLabels } from "../observations";
import { aggregated } from "../query";
import { alertOf, expectedTexts } from "./expected-texts";
import type { AlertFields } from "./expected-texts";
import { limitInForce } from "./limits-in-force";
import type { LimitsInForce } from "./limits-in-force";
import {
  AMONG_QUICK,
  lengthOf,
  NORMAL,
  paces,
  recovered,
  world,
} from "./percentile-traffic";
import type {
  LimitedPercentile,
  Surroundings,
  Traffic,
} from "./percentile-traffic";

/** A minimum of observations above the limit within a window, from the buckets themselves. */
interface SlowOnes {
  readonly minimum: { readonly name: string; readonly value: Count };
  readonly window: Duration;
}

/** How many observations of a window lie above the limit. */
function slowOnes(
  { observations, limit }: LimitedPercentile,
  window: Duration,
): string {
  const { histogram, matchers = "", by = [] } = observations;
  const upTo = (bound: number): string =>
    aggregated(
      "sum",
      by,
      `increase(${histogram}_bucket{${matchers === "" ? "" : `${matchers}, `}le="${boundText(bound)}"}[${window.toString()}])`,
    );
  return `${upTo(Infinity)}
    - ${upTo(thresholdValue(limit.value))}`;
}

/** An alert on a recorded percentile above its limit for the alert's `for`. */
export function percentileLimit({
  percentile,
  quantile,
  observations,
  limit,
  slow: atLeast,
  ...fields
}: AlertFields &
  LimitedPercentile & {
    /** Name of the recorded percentile. */
    readonly percentile: string;
    /**
     * A minimum of observations above the limit: of ten analyses a single slow one is the P95.
     * @default none
     */
    readonly slow?: SlowOnes;
  }): AlertDeclaration {
  const limited = { quantile, observations, limit };
  const inForce = (limits: LimitsInForce): AlertDeclaration =>
    percentileLimit({
      ...fields,
      percentile,
      quantile,
      observations,
      limit: limitInForce(limit, limits),
      ...(atLeast === undefined
        ? {}
        : {
            slow: {
              ...atLeast,
              minimum: limitInForce(atLeast.minimum, limits),
            },
          }),
    });
  const expr = `${percentile} > {${limit.name}}`;
  const thresholds = { [limit.name]: limit.value };
  const proof = slow(fields, limited, []);
  if (atLeast === undefined) {
    return alertOf(fields, { expr, thresholds, proof }, inForce);
  }
  const { minimum, window } = atLeast;
  const length = window.seconds / 60;
  const pending = fields.for.seconds / 60;
  /** Observations per minute, so that the window has this many times the minimum of slow ones. */
  const few = (times: number): number => {
    const [[, quick] = [0, 0]] = paces(limited).shares.beyond;
    return (thresholdValue(minimum.value) * times) / (length * (1 - quick));
  };
  // Hardly any observations for longer than twice the window. Then each minute is one of the
  // increases in the window, which has one less than samples.
  const before: Traffic = [[2 * length + 5, few(HARDLY) / 10_000, "quick"]];
  const after = Math.ceil((length - 1) / HARDLY);
  const tooFew: Traffic = [[pending + length, few(0.9), "beyond"]];
  return alertOf(
    fields,
    {
      expr: `${expr}
and on (${(observations.by ?? []).join(", ")}) ${slowOnes(limited, window)} >= {${minimum.name}}`,
      thresholds: { ...thresholds, [minimum.name]: minimum.value },
      proof: {
        fires: [
          ...proof.fires,
          firing(
            fields,
            limited,
            [...before, [after + pending + 10, few(HARDLY), "beyond"]],
            lengthOf(before).seconds / 60 + after + pending,
            AMONG_QUICK,
          ),
        ],
        quiet: [
          ...proof.quiet,
          { series: world(limited, tooFew), at: lengthOf(tooFew) },
        ],
      },
    },
    inForce,
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
  const nearMiss: Traffic = [[pending + 10, NORMAL, "at"]];
  return {
    fires: [
      firing(
        fields,
        percentile,
        [[pending + 10, NORMAL, "beyond"]],
        // A rate needs two samples.
        pending + 1,
      ),
    ],
    quiet: [nearMiss, ...quiet].map((traffic) => ({
      series: world(percentile, traffic),
      at: lengthOf(traffic),
    })),
  };
}

/** Fires in this minute of a traffic, and resolves when all is quick. */
const firing = (
  fields: AlertFields,
  percentile: LimitedPercentile,
  traffic: Traffic,
  at: number,
  surroundings?: Surroundings,
): FiringCase => ({
  series: world(percentile, traffic, surroundings),
  before: "nothing",
  at: minutes(at),
  expect: [
    expectedTexts(
      fields,
      observedLabels(percentile.observations),
      paces(percentile).value,
    ),
  ],
  resolves: { series: recovered(percentile, surroundings), after: minutes(1) },
});
