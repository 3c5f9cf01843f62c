import type { ObservedSeries } from "../../observed-series";
import type { Stretch } from "../incident";

/** Whether something is wrong in a minute. */
export const within = (
  { from, until, only }: Stretch,
  minute: number,
): boolean => from <= minute && minute < until && only?.(minute) !== false;

/**
 * A counter whose growth is another during a stretch; before and after it grows as it did.
 * @param growth of a minute, from the healthy growth of that minute
 */
export function grown(
  series: ObservedSeries,
  stretch: Stretch,
  growth: (healthy: number, minute: number) => number,
): ObservedSeries {
  let difference = 0;
  return {
    ...series,
    values: series.values.map((value, minute) => {
      const last = series.values[minute - 1];
      if (value === undefined || last === undefined) return value;
      if (within(stretch, minute)) {
        const healthy = value - last;
        difference += growth(healthy, minute) - healthy;
      }
      return value + difference;
    }),
  };
}

/** How much a counter grows each minute while it is healthy. */
export const growthOf = ({ values }: ObservedSeries): readonly number[] =>
  values.map((value, minute) => {
    const last = values[minute - 1];
    return value === undefined || last === undefined ? 0 : value - last;
  });

/** Another value in a stretch. */
export const set = (
  series: ObservedSeries,
  stretch: Stretch,
  value: (healthy: number, minute: number) => number | undefined,
): ObservedSeries => ({
  ...series,
  values: series.values.map((healthy, minute) =>
    within(stretch, minute) && healthy !== undefined
      ? value(healthy, minute)
      : healthy,
  ),
});
