import type { TypicalSeries } from "../../prometheus/typical/typical-series";
import type { Instance } from "../../prometheus/typical/instances";

/** A series as it is scraped each minute; a minute without a sample is undefined. */
export interface ObservedSeries {
  readonly name: string;
  readonly labels: Instance;
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

/** As promtool reads it: `up{job="a"}`. */
export const writtenSeries = ({
  name,
  labels,
}: Pick<ObservedSeries, "name" | "labels">): string =>
  `${name}{${Object.entries(labels)
    .map(([label, value]) => `${label}=${JSON.stringify(value)}`)
    .join(",")}}`;
