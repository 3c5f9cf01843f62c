import type { AlertDeclaration } from "../../model/alert";
import type { Duration } from "../../model/duration";
import type { Example } from "../../model/slo";
import { shortQuery } from "../../model/short-query";
import { thresholdValue } from "../../model/threshold";
import type { Count } from "../../model/threshold";
import { alertOf } from "../alerts/expected-texts";
import type { AlertFields } from "../alerts/expected-texts";
import { inForce, limitInForce } from "../alerts/limits-in-force";
import { counters } from "../counters";
import { bucketExample, observedLabels } from "../observations";
import type { Observations } from "../observations";
import type { Labels } from "../series";
import { baselineCases, LESS, MORE } from "./baseline-cases";
import { exactlyEnough, isEnough, NEVER_EXACTLY } from "./enough";
import type { Enough } from "./enough";
import { paces } from "./paces";
import type { Pace } from "./paces";

/** A recorded percentile that is compared with its own baseline. */
interface UnusualPercentile extends Enough {
  readonly observations: Observations;
  /** Labels of the histogram besides the grouping labels. @default none */
  readonly summedLabels?: Labels;
  /** Series that each grow by one per observation, which the recorded rate counts. */
  readonly counted: Example;
  /** The percentile, above 0 and below 1. */
  readonly quantile: number;
  /** Name of the recorded percentile. */
  readonly percentile: string;
  /** Its window. */
  readonly window: Duration;
  /** Name of the same percentile, recorded over a much longer window. */
  readonly baseline: string;
  /** Maximum multiple of the baseline. */
  readonly factor: Count;
}

/**
 * An alert on a recorded percentile above a multiple of its own baseline, with a minimum of
 * observations. `slowerThanBefore` is the same for a histogram without recorded percentiles.
 *
 * @throws RangeError if one slow observation is enough: too few are asked for, and the condition
 * need not hold for longer than that one is within the window
 */
export function percentileAboveBaseline({
  observations,
  summedLabels = {},
  counted,
  quantile,
  percentile,
  window,
  baseline,
  factor,
  rate,
  minimum,
  ...fields
}: AlertFields & UnusualPercentile): AlertDeclaration {
  const enough = { rate, minimum };
  // Rounded: 1 - 0.9 is a little less than a tenth.
  const needed = Math.round(1 / (1 - quantile));
  if (
    thresholdValue(minimum.value) < needed &&
    fields.for.milliseconds <= window.milliseconds
  ) {
    throw new RangeError(
      `${fields.name}: of ${String(thresholdValue(minimum.value))} observations the slowest one alone is the P${String(Math.round(quantile * 100))}; ask for ${String(needed)} of them, or let the condition hold for longer than the window`,
    );
  }
  const { shares, value } = paces(
    observations,
    quantile,
    thresholdValue(factor),
  );
  const { since, atOnce, firing, quiet } = baselineCases<Pace>({
    fields,
    window,
    enough: thresholdValue(minimum.value),
    calm: "usual",
    labels: observedLabels(observations),
    world: (traffic) =>
      counters([
        {
          example: counted,
          growth: traffic.map(([length, each]) => [length, each] as const),
        },
        ...(Object.keys(shares) as Pace[]).map((pace) => ({
          example: bucketExample(observations, shares[pace], summedLabels),
          growth: traffic.map(
            ([length, each, has]) => [length, has === pace ? each : 0] as const,
          ),
        })),
      ]),
  });
  return alertOf(
    fields,
    {
      expr: `${percentile}
  > {factor} * ${baseline}
and ${isEnough(enough, window)}`,
      thresholds: { factor, [minimum.name]: minimum.value },
      proof: {
        fires: [
          firing(since("usual", "beyond"), value),
          firing(atOnce("usual", MORE, "beyond"), value),
        ],
        quiet: [
          quiet(since("usual", "near")),
          quiet(atOnce("usual", LESS, "beyond")),
        ],
        equivalent: {
          [`${shortQuery(percentile)} > → >=`]: NEVER_EXACTLY,
          ...exactlyEnough(enough, window),
        },
      },
    },
    (limits) =>
      percentileAboveBaseline({
        ...fields,
        observations,
        summedLabels,
        counted,
        quantile,
        percentile,
        window,
        baseline,
        factor: inForce(factor, "factor", limits),
        rate,
        minimum: limitInForce(minimum, limits),
      }),
  );
}
