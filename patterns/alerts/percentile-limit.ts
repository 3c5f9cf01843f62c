import { boundText } from "../../model/bucket-bounds";
import type { AlertDeclaration } from "../../model/alert";
import type { AlertProof, FiringCase } from "../../model/alert-proof";
import { minutes } from "../../model/duration";
import type { Duration } from "../../model/duration";
import { shortQuery } from "../../model/short-query";
import { count, thresholdValue } from "../../model/threshold";
import type { Count } from "../../model/threshold";
import { HARDLY } from "../anomaly/enough";
import type { EvenOne } from "../anomaly/enough";
import { observedLabels } from "../observations";
import { aggregated } from "../query";
import { alertOf, expectedTexts } from "./expected-texts";
import type { AlertFields } from "./expected-texts";
import { enoughInForce, limitInForce } from "./limits-in-force";
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

/** At least five: a count of increases is slightly inexact. */
const SEVERAL: SlowOnes = {
  minimum: { name: "slow", value: count(4.5, "slow ones in 15 minutes") },
  window: minutes(15),
};

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
  slow: atLeast = SEVERAL,
  ...fields
}: AlertFields &
  LimitedPercentile & {
    /** Name of the recorded percentile. */
    readonly percentile: string;
    /**
     * A minimum of observations above the limit, or why a single one may make it fire: of ten
     * analyses a single slow one is the P95.
     * @default at least five in 15 minutes
     */
    readonly slow?: SlowOnes | EvenOne;
  }): AlertDeclaration {
  const limited = { quantile, observations, limit };
  const several = moreThanOne(fields, limited, atLeast);
  const { fires, quiet } = slow(fields, limited, []);
  return alertOf(
    fields,
    {
      expr: `${percentile} > {${limit.name}}${several.condition}`,
      thresholds: { [limit.name]: limit.value, ...several.thresholds },
      proof: {
        fires: [...fires, ...several.fires],
        quiet: [...quiet, ...several.quiet],
      },
    },
    (limits) =>
      percentileLimit({
        ...fields,
        percentile,
        quantile,
        observations,
        limit: limitInForce(limit, limits),
        slow: enoughInForce<SlowOnes, EvenOne>(atLeast, limits),
      }),
  );
}

/** The condition of enough slow observations, with the cases that prove it. */
function moreThanOne(
  fields: AlertFields,
  limited: LimitedPercentile,
  atLeast: SlowOnes | EvenOne,
): {
  readonly condition: string;
  readonly thresholds: Readonly<Record<string, Count>>;
} & Pick<AlertProof, "fires" | "quiet"> {
  if ("evenOne" in atLeast) {
    return { condition: "", thresholds: {}, fires: [], quiet: [] };
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
  // So few of them in all, whatever the window, that they do not change the percentile.
  const hardlyAny = few(HARDLY) / (1e6 * Math.max(1, length / 30));
  const before: Traffic = [[2 * length + 5, hardlyAny, "quick"]];
  const after = Math.ceil((length - 1) / HARDLY);
  const tooFew: Traffic = [[pending + length, few(0.9), "beyond"]];
  return {
    condition: `
and on (${(limited.observations.by ?? []).join(", ")}) ${slowOnes(limited, window)} >= {${minimum.name}}`,
    thresholds: { [minimum.name]: minimum.value },
    fires: [
      firing(
        fields,
        limited,
        [...before, [after + pending + 10, few(HARDLY), "beyond"]],
        lengthOf(before).seconds / 60 + after + pending,
        AMONG_QUICK,
      ),
    ],
    quiet: [{ series: world(limited, tooFew), at: lengthOf(tooFew) }],
  };
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
  slow: atLeast = SEVERAL,
  ...fields
}: AlertFields &
  LimitedPercentile & {
    /** Name of the percentile that is recorded over the period. */
    readonly period: string;
    /** Name of the recorded percentile of the current condition, and its lookback. */
    readonly now: { readonly percentile: string; readonly window: Duration };
    /**
     * A minimum of observations above the limit, or why a single one may make it fire.
     * @default at least five in 15 minutes
     */
    readonly slow?: SlowOnes | EvenOne;
  }): AlertDeclaration {
  const pending = fields.for.seconds / 60;
  // Until the first ten minutes have left the window and the rates that it sums up, and the alert's
  // `for` has passed.
  const later = now.window.seconds / 60 + 20 + pending;
  const limited = { quantile, observations, limit };
  const several = moreThanOne(fields, limited, atLeast);
  const { fires, quiet } = slow(fields, limited, [
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
    // And recently just quick enough, with as many slow ones as that allows.
    [
      [10, NORMAL * 10_000, "beyond"],
      [later - 10, NORMAL, "at"],
    ],
  ]);
  return alertOf(
    fields,
    {
      expr: `${period} > {${limit.name}} and ${now.percentile} > {${limit.name}}${several.condition}`,
      thresholds: { [limit.name]: limit.value, ...several.thresholds },
      proof: {
        fires: [...fires, ...several.fires],
        quiet: [...quiet, ...several.quiet],
        ...(Number.isInteger(thresholdValue(limit.value))
          ? { equivalent: exactly(period) }
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
        slow: enoughInForce<SlowOnes, EvenOne>(atLeast, limits),
      }),
  );
}

/** A limit that is a whole number is tested at the limit itself. */
const exactly = (period: string): Readonly<Record<string, string>> => ({
  [`${shortQuery(period)} > → >=`]:
    "a percentile of many observations never lies exactly on its limit while the current one is beyond it",
});

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
