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

/** A gauge that is put together over pods. */
export interface Gauge {
  /** Its selector: `shop_queue_length{system="shop"}`. */
  readonly gauge: string;
  /**
   * `max` or `min` for what all pods read from one place, `sum` for what each has of its own, `avg`
   * for how busy they are.
   */
  readonly aggregation: Aggregation;
  /** Labels that are kept apart: an alert for each. @default none */
  readonly by?: readonly string[];
  /**
   * Values of kept labels, and of those that the selector does not state with `=`. @default none
   */
  readonly labels?: Labels;
}

/** A gauge has been beyond a limit for as long as the alert waits. */
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
     * Selector of what is recorded of the gauge, put together in the same way, which is read
     * instead: `shop:queue_length:max`. @default the gauge is read itself
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
  // Others are where they would count: far beyond the limit, or, among the greatest or least, so
  // that nothing would be.
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
  return alertOf(fields, {
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
  });
}

/** Two series that together say this value, and something else put together otherwise. */
function onTwo(
  series: string,
  label: string,
  aggregation: Aggregation,
  value: number,
): InputSeries {
  const distance = Math.abs(value) * 3 + 10;
  const values: Readonly<Record<Aggregation, readonly [number, number]>> = {
    max: [value, value - distance],
    min: [value, value + distance],
    sum: [value - distance, distance],
    avg: [value - distance, value + distance],
  };
  const [first, second] = values[aggregation];
  return {
    [seriesOf(series, { [label]: "a" })]: `${String(first)}x5`,
    [seriesOf(series, { [label]: "b" })]: `${String(second)}x5`,
  };
}

/** Something that a system stands on does not answer; a gauge says 1 while it does. */
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
