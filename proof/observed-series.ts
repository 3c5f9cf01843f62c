import type { TypicalSeries } from "../prometheus/typical/typical-series";
import type { NamedSeries } from "./series-text";

/** A series as it is scraped each minute; a minute without a sample is undefined. */
export interface ObservedSeries extends NamedSeries {
  readonly values: readonly (number | undefined)[];
}

/**
 * A healthy series, scraped each minute.
 * @param minutes of its world: one value more
 * @param traffic share of that in the busiest hour of production
 */
export const observed = (
  { name, labels, valueAt }: TypicalSeries,
  minutes: number,
  traffic: number,
): ObservedSeries => ({
  name,
  labels,
  values: Array.from({ length: minutes + 1 }, (_, minute) =>
    valueAt({ at: minute * 60, busy: minute * 60 * traffic }),
  ),
});
