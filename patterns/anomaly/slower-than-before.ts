import { inForce } from "../alerts/limits-in-force";
import type { AlertDeclaration } from "../../model/alert";
import type { InputSeries } from "../../model/alert-proof";
import { milliseconds } from "../../model/duration";
import type { Duration } from "../../model/duration";
import { shortQuery } from "../../model/short-query";
import { thresholdValue } from "../../model/threshold";
import type { Count } from "../../model/threshold";
import { alertOf, expectedTexts } from "../alerts/expected-texts";
import type { AlertFields } from "../alerts/expected-texts";
import { counters } from "../counters";
import type { Growth } from "../counters";
import {
  bucketExample,
  observationSelector,
  strangeObservations,
} from "../observations";
import type { Observations } from "../observations";
import { silentAggregation } from "../query";
import { seriesOf, unrelatedSeries } from "../series";
import { paces } from "./paces";
import type { Pace } from "./paces";

/** A percentile that is compared with its own baseline. */
interface Slowness {
  readonly observations: Observations;
  /** The percentile, above 0 and below 1. */
  readonly quantile: number;
  /**
   * Window of the current percentile; at most half the alert's `for`, so that a single burst does
   * not fire it.
   */
  readonly window: Duration;
  /** Window of the baseline, many times as long. */
  readonly baseline: Duration;
  /**
   * Offset of the baseline: longer than the window plus the alert's `for`, and less than twice
   * that.
   */
  readonly offset: Duration;
  /** Maximum multiple of the baseline. */
  readonly factor: Count;
  /**
   * Minimum number of observations within the window, and within the baseline: a percentile of
   * fewer means nothing.
   */
  readonly minimum: Count;
}

/** Segments in steps, with the number of observations in each, and their latency. */
type Traffic = readonly (readonly [
  steps: number,
  observations: number,
  pace: Pace,
])[];

/**
 * An alert on a percentile over the last minutes above a multiple of that over a longer time, with
 * a minimum of observations in both.
 */
export function slowerThanBefore({
  observations,
  quantile,
  window,
  baseline,
  offset,
  factor,
  minimum,
  ...fields
}: AlertFields & Slowness): AlertDeclaration {
  const bucket = observationSelector(observations, "bucket");
  const counted = observationSelector(observations, "count");
  const percentile = (range: string): string =>
    `histogram_quantile(${String(quantile)}, sum by (le) (rate(${bucket}${range})))`;
  const now = percentile(`[${window.toString()}]`);
  const then = percentile(
    `[${baseline.toString()}] offset ${offset.toString()}`,
  );
  const guard = `sum(increase(${counted}[${window.toString()}]))`;
  const known = `sum(increase(${counted}[${baseline.toString()}] offset ${offset.toString()}))`;
  const step = milliseconds(window.milliseconds / STEPS);
  const steps = (length: Duration): number =>
    Math.ceil(length.milliseconds / step.milliseconds);
  const { shares, value } = paces(
    observations,
    quantile,
    thresholdValue(factor),
  );
  const few = thresholdValue(minimum);
  const world = (traffic: Traffic): InputSeries => {
    const growth = (pace?: Pace): Growth =>
      traffic.map(([length, each, has]) => [
        length,
        pace === undefined || pace === has ? each : 0,
      ]);
    const total = traffic.reduce((sum, [length]) => sum + length, 0);
    return counters([
      ...(Object.keys(shares) as Pace[]).map((pace) => ({
        example: bucketExample(observations, shares[pace], { pod: "a" }),
        growth: growth(pace),
      })),
      ...(
        [
          ["a", 0.75],
          ["b", 0.25],
        ] as const
      ).map(([pod, share]) => ({
        example: {
          [seriesOf(counted, { ...observations.labels, pod })]: share,
        },
        growth: growth(),
      })),
      ...[
        ...strangeObservations(observations),
        ...unrelatedSeries(counted, {
          [seriesOf(counted, observations.labels)]: 1,
        }),
      ].map((example) => ({
        example,
        growth: [[total, few * 1000]] as const,
      })),
    ]);
  };
  const lengthOf = (traffic: Traffic): Duration =>
    milliseconds(
      traffic.reduce((sum, [length]) => sum + length, 0) * step.milliseconds,
    );
  const usually = (4 * few) / STEPS;
  const burst = few * 1e5;
  const pending = steps(fields.for);
  const fault = STEPS + pending + 1;
  const before = steps(offset) + 4 * STEPS;
  /** Fires as soon as the window is filled: it contains only two increases. */
  const firing = (traffic: Traffic, since: number, fewAfter: number) => ({
    series: world(traffic),
    interval: step,
    evaluation: step,
    before: "nothing" as const,
    at: milliseconds(
      (since + STEPS - 1) * step.milliseconds + fields.for.milliseconds,
    ),
    expect: [expectedTexts(fields, {}, value)],
    // No more observations, and too few are left in the window.
    resolves: {
      series: world([[STEPS, 0, "usual"]]),
      after: milliseconds(fewAfter * step.milliseconds),
    },
  });
  const quiet = (traffic: Traffic) => ({
    series: world(traffic),
    interval: step,
    evaluation: step,
    at: lengthOf(traffic),
  });
  // So long that half of the baseline does not contain the start.
  const nearlyForgotten = Math.floor(steps(baseline) * 0.8);
  const forgotten = steps(baseline) + steps(offset) + fault;
  return alertOf(
    fields,
    {
      expr: `${now}
  > {factor} * ${then}
and ${guard} >= {minimum}
and ${known} >= {minimum}`,
      thresholds: { factor, minimum },
      proof: {
        fires: [
          firing(
            [
              [before, usually, "usual"],
              // A burst that the baseline does not contain yet.
              [1, burst, "slowest"],
              [1, usually, "usual"],
              [fault, usually, "beyond"],
            ],
            before + 2,
            STEPS - 1,
          ),
          firing(
            [
              [1, burst, "usual"],
              [nearlyForgotten, (few * 0.5) / STEPS, "beyond"],
              [fault, (few * 1.05) / STEPS, "beyond"],
            ],
            nearlyForgotten + 1,
            1,
          ),
          // A baseline of few observations, all of them at its beginning or all of them at its end.
          ...[nearlyForgotten, steps(offset) - 1].map((since) =>
            firing(
              [
                [1, few * 1.05, "usual"],
                [since, 0, "usual"],
                [fault, (few * 1.05) / STEPS, "beyond"],
              ],
              since + 1,
              1,
            ),
          ),
        ],
        quiet: [
          quiet([
            [before, usually, "usual"],
            [fault, usually, "near"],
          ]),
          quiet([
            [before, usually, "usual"],
            [fault, (few * 0.95) / STEPS, "beyond"],
          ]),
          // The baseline has forgotten many observations, contains too few, and gets more only when
          // the alert would otherwise have been pending for its `for`.
          quiet([
            [1, burst, "usual"],
            [steps(baseline) + steps(offset) + 2, 0, "usual"],
            [1, few * 0.9, "usual"],
            [steps(offset), 0, "usual"],
            [1, usually, "usual"],
            [steps(offset), usually, "beyond"],
          ]),
          // So slow before that the current value is not slower.
          quiet([
            [before + steps(offset), usually, "usual"],
            [1, burst * 1000, "beyond"],
            [Math.ceil(steps(offset) * 1.5), usually, "beyond"],
          ]),
          quiet([
            [1, burst, "usual"],
            [forgotten, usually, "beyond"],
          ]),
        ],
        equivalent: {
          ...Object.fromEntries(
            [
              `${shortQuery(now)} > → >=`,
              `${shortQuery(guard)} >= → >`,
              `${shortQuery(known)} >= → >${shortQuery(known) === shortQuery(guard) ? " (#2)" : ""}`,
            ].map((change) => [
              change,
              "what a window knows of is guessed at both of its ends, and never exactly a limit",
            ]),
          ),
          ...silentAggregation({
            query: summed(now),
            becomes: "avg",
            why: MEAN,
          }),
          ...silentAggregation({
            query: summed(then),
            becomes: "avg",
            why: MEAN,
            after: [summed(now)],
          }),
        },
      },
    },
    (limits) =>
      slowerThanBefore({
        ...fields,
        observations,
        quantile,
        window,
        baseline,
        offset,
        factor: inForce(factor, "factor", limits),
        minimum: inForce(minimum, "minimum", limits),
      }),
  );
}

const MEAN =
  "a percentile knows only how the buckets compare, and a mean scales all of them alike";

/** Samples within the window. */
const STEPS = 3;

const summed = (percentile: string): string =>
  percentile.replace(/^histogram_quantile\([\d.]+, (.*\))\)[^)]*$/, "$1");
