import { minutes } from "../../model/duration";
import type { Duration } from "../../model/duration";
import type { RecordingProof, RecordingRule } from "../../model/recording-rule";
import { counters } from "../counters";
import type { Course, Growth } from "../counters";
import { boundText } from "../../model/bucket-bounds";
import {
  bucketExample,
  observationSelector,
  observedLabels,
  strangeObservations,
} from "../observations";
import type { BucketCounts, Observations } from "../observations";
import { aggregated, rounded, silentAggregation } from "../query";
import type { Labels } from "../series";
import {
  burstOfOnePerSecond,
  burstsAround,
  provedRawWindow,
  provedWindow,
  stretchesAround,
} from "../windows";
import type { PerMinute } from "../windows";
import { RATE_WINDOW } from "./recorded";
import type { Recorded } from "./recorded";

interface OfObservations {
  readonly observations: Observations;
}

interface Percentile extends Recorded, OfObservations {
  /** The percentile, 0 to 1: 0.99 for P99. */
  readonly quantile: number;
}

interface FromRecordedBuckets extends Percentile {
  /** Name of the recorded rate of the buckets. */
  readonly buckets: string;
  /** Labels of the recorded rate besides the grouping labels. @default none */
  readonly summedLabels?: Labels;
}

const perBucket = (by: readonly string[] | undefined, query: string): string =>
  aggregated("sum", [...(by ?? []), "le"], query);

const percentile = (quantile: number, buckets: string): string =>
  `histogram_quantile(${quantile.toFixed(2)}, ${buckets})`;

/** Rates of a histogram's buckets, from which percentiles of any window are computed. */
export function bucketRate({
  record,
  observations,
}: Recorded & OfObservations): RecordingRule {
  const often = burstOfOnePerSecond(RATE_WINDOW);
  const bound = observations.buckets.at(-1) ?? 0;
  const labels = observedLabels(observations);
  return {
    record,
    expr: perBucket(
      observations.by,
      `rate(${observationSelector(observations, "bucket")}[${RATE_WINDOW.toString()}])`,
    ),
    proof: {
      cases: [
        {
          name: "observations on two pods",
          series: counters([
            ...["a", "b"].map((pod) => ({
              example: bucketExample(
                observations,
                [
                  [bound, 0.25],
                  [Infinity, 0.5],
                ],
                { pod },
              ),
              growth: burstsAround(RATE_WINDOW, {
                before: often,
                within: often,
              }),
            })),
            ...strange(observations, [[10, 1]]),
          ]),
          at: minutes(10),
          samples: [
            { labels: { ...labels, le: boundText(bound) }, value: 0.5 },
            { labels: { ...labels, le: "+Inf" }, value: 1 },
          ],
        },
      ],
    },
  };
}

/** A current percentile, from recorded buckets. */
export function percentileNow(fields: FromRecordedBuckets): RecordingRule {
  const { record, quantile, observations, buckets } = fields;
  const summed = perBucket(observations.by, buckets);
  return {
    record,
    expr: percentile(quantile, summed),
    proof: {
      ...sumOfOne(fields, summed),
      cases: [
        percentileCase(fields, { at: minutes(10) }, ({ within }) => [
          [10, within],
        ]),
      ],
    },
  };
}

/**
 * A percentile over a window, from summed recorded buckets: a mean of percentiles is not a
 * percentile.
 */
export function percentileOver(
  fields: FromRecordedBuckets & { readonly window: Duration },
): RecordingRule {
  const { record, quantile, observations, buckets, window } = fields;
  const summed = perBucket(
    observations.by,
    `sum_over_time(${buckets}[${window.toString()}])`,
  );
  return {
    record,
    expr: percentile(quantile, summed),
    proof: {
      ...sumOfOne(fields, summed),
      cases: [
        percentileCase(fields, provedWindow(window), (perMinute) =>
          stretchesAround(window, perMinute),
        ),
      ],
    },
  };
}

/** A percentile directly from raw buckets, if nothing else needs their rate. */
export function percentileRaw(
  fields: Percentile & {
    readonly window: Duration;
    /**
     * The result is the same; use `increase` where events are rare and a rate means little to
     * readers.
     * @default "rate"
     */
    readonly over?: "rate" | "increase";
  },
): RecordingRule {
  const { record, quantile, observations, window } = fields;
  return {
    record,
    expr: percentile(
      quantile,
      perBucket(
        observations.by,
        `${fields.over ?? "rate"}(${observationSelector(observations, "bucket")}[${window.toString()}])`,
      ),
    ),
    proof: {
      cases: [
        percentileCase(fields, provedRawWindow(window), (perMinute) =>
          burstsAround(window, perMinute),
        ),
      ],
    },
  };
}

/** A sum over labels that the recorded buckets do not have has only one series. */
const sumOfOne = (
  { summedLabels }: FromRecordedBuckets,
  summed: string,
): Pick<RecordingProof, "equivalent"> =>
  summedLabels === undefined
    ? {
        equivalent: silentAggregation({
          query: summed,
          becomes: "avg",
          why: "what it reads has one series of each bound",
        }),
      }
    : {};

const strange = (
  observations: Observations,
  growth: Growth,
): readonly Course[] =>
  strangeObservations(observations).map((example) => ({ example, growth }));

/**
 * A hundred observations, with the percentile between two bounds. Those of the second pod (or of
 * another summed label) have one bound fewer, as after a change of buckets, so that a mean gives
 * another percentile although percentiles are independent of scale.
 */
function percentileCase(
  {
    quantile,
    observations,
    summedLabels,
  }: Pick<FromRecordedBuckets, "quantile" | "observations" | "summedLabels">,
  moment: Pick<
    RecordingProof["cases"][number],
    "at" | "evaluation" | "interval"
  >,
  course: (perMinute: PerMinute) => Growth,
): RecordingProof["cases"][number] {
  const { buckets } = observations;
  const index = Math.max(0, Math.floor(buckets.length / 2) - 1);
  const low = buckets[index] ?? 0;
  const high = buckets[index + 1];
  if (high === undefined) {
    throw new RangeError(
      `${observations.histogram} has fewer than two bounds, so no percentile lies between two`,
    );
  }
  const margin = Math.min(1 - quantile, 0.3);
  const below = rounded(100 * (quantile - margin));
  const rest = rounded((100 - below) / 2);
  const first: BucketCounts = [
    [low, below],
    [high, below + rest],
    [Infinity, below + rest],
  ];
  const second: BucketCounts = [
    [high, rest],
    [Infinity, rest],
  ];
  const others =
    summedLabels === undefined
      ? { first: { pod: "a" }, second: { pod: "b" } }
      : {
          first: summedLabels,
          second: Object.fromEntries(
            Object.keys(summedLabels).map((label) => [label, "another"]),
          ),
        };
  const share = margin / (1 - quantile + margin);
  return {
    name: "a hundred observations, of which those of one pod have a bound fewer",
    series: counters([
      {
        example: bucketExample(observations, first, others.first),
        growth: course({ before: 0, within: 1 }),
      },
      {
        example: bucketExample(observations, second, others.second),
        growth: course({ before: 0, within: 1 }),
      },
      // Observations before the window were quick.
      {
        example: bucketExample(
          observations,
          [
            [low, 1000],
            [high, 1000],
            [Infinity, 1000],
          ],
          others.first,
        ),
        growth: course({ before: 1, within: 0 }),
      },
      ...strange(observations, course({ before: 1, within: 1 })),
    ]),
    ...moment,
    samples: [
      {
        labels: observedLabels(observations),
        value: rounded(low + (high - low) * share),
      },
    ],
  };
}
