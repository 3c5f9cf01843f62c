import type { Alert } from "../../model/alert";
import type { InputSeries } from "../../model/alert-proof";
import { minutes } from "../../model/duration";
import type { Duration } from "../../model/duration";
import type { Example } from "../../model/slo";
import { shortQuery } from "../../model/short-query";
import { thresholdValue } from "../../model/threshold";
import type { Count } from "../../model/threshold";
import { alertOf, told } from "../alerts/told";
import type { AlertFields } from "../alerts/told";
import { counters } from "../counters";
import { bucketExample, observedLabels } from "../observations";
import type { Observations } from "../observations";
import { rounded } from "../query";
import type { Labels } from "../series";
import { exactlyEnough, isEnough, momentsOf, NEVER_EXACTLY } from "./enough";
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

/** So many observations in each minute, at such a pace, one stretch after the other. */
type Traffic = readonly (readonly [
  minutes: number,
  perMinute: number,
  pace: Pace,
])[];

/**
 * A recorded percentile is several times its own baseline, and of so many observations that it means something. `slowerThanBefore` is the
 * same for a histogram of which neither is recorded.
 */
export function percentileAboveBaseline({
  observations,
  summedLabels = {},
  counted: example,
  quantile,
  percentile,
  window,
  baseline,
  factor,
  rate,
  minimum,
  ...fields
}: AlertFields & UnusualPercentile): Alert {
  const enough = { rate, minimum };
  const few = thresholdValue(minimum.value);
  const { shares, value } = paces(
    observations,
    quantile,
    thresholdValue(factor),
  );
  const { forgotten, silence, counted } = momentsOf(window, fields.for);
  const wait = fields.for.seconds / 60;
  const often = 100 * few;
  /** So many that whatever comes later does not move the baseline. */
  const burst = often * 1e5;
  const world = (traffic: Traffic): InputSeries =>
    counters([
      {
        example,
        growth: traffic.map(([length, each]) => [length, each] as const),
      },
      ...(Object.keys(shares) as Pace[]).map((pace) => ({
        example: bucketExample(observations, shares[pace], summedLabels),
        growth: traffic.map(
          ([length, each, has]) => [length, has === pace ? each : 0] as const,
        ),
      })),
    ]);
  const firing = (traffic: Traffic, begins: number) => ({
    series: world(traffic),
    before: "nothing" as const,
    at: minutes(begins + wait),
    expect: [told(fields, observedLabels(observations), rounded(value))],
    // So many are as quick as usual that the slow ones weigh nothing any more.
    resolves: { series: world([[10, burst, "usual"]]), after: minutes(1) },
  });
  const quiet = (traffic: Traffic) => ({
    series: world(traffic),
    at: minutes(traffic.reduce((sum, [length]) => sum + length, 0)),
  });
  /** A burst that only the baseline remembers, and then all are at such a pace. */
  const since = (pace: Pace): Traffic => [
    [1, burst, "usual"],
    [forgotten + wait + 5, often, pace],
  ];
  /** All of them within one minute, after a silence. */
  const atOnce = (amount: number): Traffic => [
    [1, burst, "usual"],
    [silence, 0, "usual"],
    [1, amount, "beyond"],
    [counted + wait + 1, 0, "usual"],
  ];
  return alertOf(fields, {
    expr: `${percentile}
  > {factor} * ${baseline}
and ${isEnough(enough, window)}`,
    thresholds: { factor, [minimum.name]: minimum.value },
    proof: {
      fires: [
        firing(since("beyond"), forgotten),
        firing(atOnce(few * 1.05), 1 + silence + 1 + counted),
      ],
      quiet: [quiet(since("near")), quiet(atOnce(few * 0.95))],
      equivalent: {
        [`${shortQuery(percentile)} > → >=`]: NEVER_EXACTLY,
        ...exactlyEnough(enough, window),
      },
    },
  });
}
