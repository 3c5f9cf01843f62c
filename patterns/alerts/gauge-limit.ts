import type { AlertDeclaration } from "../../model/alert";
import type { InputSeries } from "../../model/alert-proof";
import { minutes } from "../../model/duration";
import { count } from "../../model/threshold";
import { aggregated } from "../query";
import type { Aggregation } from "../query";
import {
  equalityMatchers,
  seriesOf,
  spreadLabel,
  unrelatedSeries,
} from "../series";
import type { Labels } from "../series";
import { aroundLimit, isUpper, limited } from "./limit";
import type { Limit } from "./limit";
import { alertOf, expectedTexts } from "./expected-texts";
import type { AlertFields } from "./expected-texts";
import { limitInForce } from "./limits-in-force";

/** A gauge aggregated over pods. */
export interface Gauge {
  /** Its selector: `shop_queue_length{system="shop"}`. */
  readonly gauge: string;
  /**
   * `max` or `min` if all pods report the same value, `sum` if each reports its own, `avg` for
   * utilisation.
   */
  readonly aggregation: Aggregation;
  /** Labels to group by: an alert for each combination. @default none */
  readonly by?: readonly string[];
  /**
   * Values of grouping labels, and of labels that the selector does not fix with `=`.
   * @default none
   */
  readonly labels?: Labels;
}

/** An alert on a gauge beyond a limit for the alert's `for`. */
export function gaugeLimit({
  gauge,
  aggregation,
  by = [],
  labels = {},
  recorded,
  limit,
  ...fields
}: AlertFields &
  Gauge & {
    readonly limit: Limit;
    /**
     * Name of a recorded series of the aggregated gauge, which is read instead:
     * `shop:queue_length:max`.
     * @default the gauge itself is read
     */
    readonly recorded?: string;
  }): AlertDeclaration {
  const { beyond, within } = aroundLimit(limit);
  const series = seriesOf(gauge, labels);
  const all: Labels = { ...equalityMatchers(gauge), ...labels };
  const kept: Labels = Object.fromEntries(
    by.map((label) => [label, all[label] ?? label]),
  );
  const own = seriesOf(series, kept);
  // Series of others have values that would change the result if they were included.
  const high =
    aggregation === "max" || (aggregation !== "min" && isUpper(limit));
  const far = high ? Math.abs(beyond) * 100 + 100 : -100;
  const unrelated = Object.fromEntries(
    unrelatedSeries(gauge, { [own]: 1 })
      .flatMap((each) => Object.keys(each))
      .map((each) => [each, `${String(far)}x5`]),
  );
  const world = (value: number): InputSeries => ({
    ...unrelated,
    ...onTwo(own, spreadLabel(by), aggregation, value),
  });
  return alertOf(
    fields,
    {
      ...limited(recorded ?? aggregated(aggregation, by, gauge), limit),
      proof: {
        fires: [
          {
            series: world(beyond),
            at: fields.for,
            expect: [expectedTexts(fields, kept, beyond)],
            resolves: { after: minutes(1) },
          },
        ],
        quiet: [
          {
            series: world(within),
            at: minutes(fields.for.seconds / 60 + 5),
          },
        ],
      },
    },
    (limits) =>
      gaugeLimit({
        ...fields,
        gauge,
        aggregation,
        by,
        labels,
        ...(recorded === undefined ? {} : { recorded }),
        limit: limitInForce(limit, limits),
      }),
  );
}

/** Two series whose aggregate is this value, while other aggregations give another. */
function onTwo(
  series: string,
  label: string,
  aggregation: Aggregation,
  value: number,
): InputSeries {
  const distance = Math.abs(value) * 3 + 10;
  // Sums of fractions are inexact in the last digit, which texts show, except of doubles.
  const isExact = Number.isInteger(value);
  const values: Readonly<Record<Aggregation, readonly [number, number]>> = {
    max: [value, value - distance],
    min: [value, value + distance],
    sum: isExact ? [value - distance, distance] : [-value, 2 * value],
    avg: isExact
      ? [value - distance, value + distance]
      : [-2 * value, 4 * value],
  };
  const [first, second] = values[aggregation];
  return {
    [seriesOf(series, { [label]: "a" })]: `${String(first)}x5`,
    [seriesOf(series, { [label]: "b" })]: `${String(second)}x5`,
  };
}

/** An alert on a dependency that is down; the gauge is 1 while it is up. */
export const dependencyDown = ({
  gauge,
  by = ["dependency"],
  labels,
  ...fields
}: AlertFields & Pick<Gauge, "gauge" | "by" | "labels">): AlertDeclaration =>
  gaugeLimit({
    ...fields,
    gauge,
    aggregation: "min",
    by,
    ...(labels === undefined ? {} : { labels }),
    limit: {
      name: "healthy",
      value: count(1, "1 where it answers"),
      comparison: "<",
    },
  });
