import { boundText } from "../model/bucket-bounds";
import type { RequestSloDeclaration } from "../model/slo";
import type { Duration } from "../model/duration";
import type { Count } from "../model/threshold";
import { thresholdValue } from "../model/threshold";
import type { Outcomes } from "./events";
import { bucketExample } from "./observations";
import type { Observations } from "./observations";
import { aggregated } from "./query";
import { exampleWith } from "./series";

/** Fields of an SLO that all patterns share. */
type SloFields = Omit<
  RequestSloDeclaration,
  "kind" | "bad" | "total" | "examples" | "groupBy"
>;

/**
 * An SLO of good events over two recorded rates, with an error budget for each combination of
 * grouping labels.
 */
export const eventSlo = ({
  events,
  bad,
  total,
  ...fields
}: SloFields & {
  readonly events: Outcomes;
  /** Name of the recorded rate of bad events. */
  readonly bad: string;
  /** Name of the recorded rate of all events. */
  readonly total: string;
}): RequestSloDeclaration => ({
  kind: "request",
  ...fields,
  bad,
  total,
  ...(events.by === undefined ? {} : { groupBy: events.by }),
  examples: {
    good: exampleWith(events.examples.good, { pod: "a" }),
    bad: exampleWith(events.examples.bad, { pod: "b" }),
  },
});

/** An SLO of latency below a bound of the histogram, over its recorded buckets. */
export function latencySlo({
  observations,
  buckets,
  within,
  ...fields
}: SloFields & {
  /** The histogram; the SLO groups by its grouping labels. */
  readonly observations: Observations;
  /** Name of the recorded rate of the buckets. */
  readonly buckets: string;
  /** The latency objective. */
  readonly within: Duration | Count;
}): RequestSloDeclaration {
  const bound = thresholdValue(within);
  if (!observations.buckets.includes(bound)) {
    throw new RangeError(
      `${observations.histogram} has no bound at ${String(bound)}, so nobody counts what is slower`,
    );
  }
  const by = observations.by ?? [];
  const upTo = (le: string): string =>
    aggregated("sum", by, `${buckets}{le="${le}"}`);
  const slower = observations.buckets.find((each) => each > bound);
  const quicker = observations.buckets.filter((each) => each < bound).at(-1);
  const example = (slow: 0 | 1, pod: string) =>
    bucketExample(
      observations,
      [
        ...(quicker === undefined ? [] : [[quicker, slow] as const]),
        [bound, slow],
        ...(slower === undefined ? [] : [[slower, 1] as const]),
        [Infinity, 1],
      ],
      { pod },
    );
  return {
    kind: "request",
    ...fields,
    bad: `${upTo("+Inf")}
  - ${upTo(boundText(bound))}`,
    total: upTo("+Inf"),
    ...(by.length === 0 ? {} : { groupBy: by }),
    examples: { good: example(1, "a"), bad: example(0, "b") },
  };
}
