import type { AlertDeclaration } from "../../model/alert";
import type { Duration } from "../../model/duration";
import type { Example } from "../../model/slo";
import { shortQuery } from "../../model/short-query";
import { thresholdValue } from "../../model/threshold";
import type { Count } from "../../model/threshold";
import { alertOf } from "../alerts/expected-texts";
import type { AlertFields } from "../alerts/expected-texts";
import { counters } from "../counters";
import { bucketExample, observedLabels } from "../observations";
import type { Observations } from "../observations";
import type { Labels } from "../series";
import { baselineCases, LESS, MORE } from "./baseline-cases";
import { exactlyEnough, isEnough, NEVER_EXACTLY } from "./enough";
import type { Enough } from "./enough";
import { paces } from "./paces";
import type { Pace } from "./paces";

/** A recorded percentile that is compared with itself. */
interface UnusualPercentile extends Enough {
  readonly observations: Observations;
  /** Labels that the histogram has besides those that are kept. @default none */
  readonly summedLabels?: Labels;
  /** Series that each grow by one with every observation: what the recorded rate counts. */
  readonly counted: Example;
  /** Which percentile, above 0 and below 1. */
  readonly quantile: number;
  /** Name of the recorded percentile. */
  readonly percentile: string;
  /** The time that it looks back. */
  readonly window: Duration;
  /** Name of the same percentile, recorded over a time many times as long. */
  readonly baseline: string;
  /** How many times as slow as in the baseline is too slow. */
  readonly factor: Count;
}

/**
 * A recorded percentile is several times its own baseline, and of so many observations that it
 * means something. `slowerThanBefore` is the same for a histogram of which neither is recorded.
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
  return alertOf(fields, {
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
  });
}
