import { days, hours, minutes } from "../../model/duration";
import type { Duration } from "../../model/duration";
import { budgeted } from "../../model/slo";
import type { Slo } from "../../model/slo";

/** A window that is the mean of equal tiles, the last of which ends now. */
export interface TiledWindow {
  readonly length: Duration;
  /** Length of a tile, itself a recorded window. */
  readonly tile: Duration;
  /** How many there are. */
  readonly tiles: number;
}

const tiled = (length: Duration, tile: Duration): TiledWindow => ({
  length,
  tile,
  tiles: length.milliseconds / tile.milliseconds,
});

/** The window of the base rules, which alone read what the application exposes. */
export const BASE_WINDOW = minutes(5);

/** Windows of every promise with a budget, each of tiles that stand above it. */
export const WINDOWS: readonly TiledWindow[] = [
  tiled(minutes(30), BASE_WINDOW),
  tiled(hours(1), minutes(30)),
  tiled(hours(2), hours(1)),
  tiled(hours(6), hours(2)),
  tiled(days(1), hours(6)),
  tiled(days(3), days(1)),
];

/** The window of a period of whole days: tiles of three days where these fit, otherwise of one. */
export const periodWindow = (period: Duration): TiledWindow =>
  tiled(
    period,
    Number.isInteger(period.milliseconds / days(3).milliseconds)
      ? days(3)
      : days(1),
  );

/** The different periods of some promises, shortest first. */
export const periodsOf = (slos: readonly Slo[]): readonly Duration[] =>
  [
    ...new Map(
      budgeted(slos).map(({ period }) => [period.milliseconds, period]),
    ).values(),
  ].sort((a, b) => a.milliseconds - b.milliseconds);
