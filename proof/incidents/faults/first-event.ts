import type { Fault } from "../incident";
import type { Choice } from "./of-system";
import type { ObservedSeries } from "../../observed-series";
import type { NamedSeries } from "../../series-text";
import { growthOf } from "./growth";
import { PLACE } from "./place";

/**
 * One event of a counter at one place, of the kind that is rarest while all is well. No series has
 * counted such an event before.
 *
 * @param counted the series of the counter
 * @param known whether its series is there from the start, at 0; else it begins with the event
 */
export const oneEvent =
  (counted: Choice, known: boolean): Fault =>
  (world, stretch) => {
    const rarest = world
      .filter(counted)
      .map((series) => ({ series, grows: total(growthOf(series)) }))
      .reduce<{ series: ObservedSeries; grows: number } | undefined>(
        (least, each) =>
          least === undefined || each.grows < least.grows ? each : least,
        undefined,
      );
    if (rarest === undefined) return world;
    const alike = whatItCounts(rarest.series);
    return world.flatMap((series) => {
      if (!counted(series) || whatItCounts(series) !== alike) return [series];
      if (series !== rarest.series) return [];
      return [
        {
          ...series,
          values: series.values.map((_, minute) => {
            if (minute < stretch.from) return known ? 0 : undefined;
            return 1;
          }),
        },
      ];
    });
  };

const total = (numbers: readonly number[]): number =>
  numbers.reduce((sum, each) => sum + each, 0);

/** What a series counts, wherever it does. */
export const whatItCounts = ({ labels }: Pick<NamedSeries, "labels">): string =>
  JSON.stringify(
    Object.entries(labels)
      .filter(([label]) => !PLACE.has(label))
      .sort(),
  );
