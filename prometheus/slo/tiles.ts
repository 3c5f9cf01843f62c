import { hours, milliseconds, minutes } from "../../model/duration";
import type { Duration } from "../../model/duration";

/** A window computed as the mean of equal tiles, the last of which ends now. */
export interface TiledWindow {
  readonly length: Duration;
  /** Length of a tile, itself a recorded window. */
  readonly tile: Duration;
  /** Number of tiles. */
  readonly tiles: number;
}

/** The window of the base rules, the only ones that read the application's series. */
export const BASE_WINDOW = minutes(5);

/**
 * The window with the fewest tiles: the longest shorter window that divides it.
 * @param shorter recorded windows besides the base window, shortest first
 * @returns undefined if none divides it
 */
export function tiled(
  length: Duration,
  shorter: readonly TiledWindow[],
): TiledWindow | undefined {
  const tile = [
    BASE_WINDOW,
    ...shorter.map((window) => window.length),
  ].findLast(
    (each) =>
      each.milliseconds < length.milliseconds &&
      isMultiple(length, each.milliseconds),
  );
  return tile === undefined
    ? undefined
    : { length, tile, tiles: length.milliseconds / tile.milliseconds };
}

/** How far back to look for a tile that ends in a gap, and in which steps. */
export interface GapTolerance {
  readonly range: Duration;
  readonly step: Duration;
}

/** A tile read from further back would represent another part of the day. */
const LONGEST_RANGE = hours(12);

const MINUTE = minutes(1).milliseconds;

/**
 * A tile may be read from at most its own length earlier, so that no moment counts more than twice,
 * and from 12 hours for long tiles. At most six steps are evaluated, since each costs an
 * evaluation. Tiles of the base window have no lookback: the minutes before a crash must not stand
 * for the whole gap.
 */
export function lastBefore(tile: Duration): GapTolerance | undefined {
  if (tile.milliseconds === BASE_WINDOW.milliseconds) return undefined;
  const capped = tile.milliseconds > LONGEST_RANGE.milliseconds;
  const range = capped ? LONGEST_RANGE : tile;
  const looks = capped ? 4 : looksWithin(range);
  return { range, step: milliseconds(range.milliseconds / looks) };
}

/**
 * Up to six steps of whole minutes, at least five minutes each: a finer step would read the same
 * samples.
 */
const looksWithin = (range: Duration): number =>
  Math.min(
    range.milliseconds / BASE_WINDOW.milliseconds,
    isMultiple(range, 6 * MINUTE) ? 6 : 5,
  );

const isMultiple = (length: Duration, of: number): boolean =>
  length.milliseconds % of === 0;

/** The distinct ones of some lengths, shortest first. */
export const distinct = (lengths: readonly Duration[]): readonly Duration[] =>
  [...new Map(lengths.map((each) => [each.milliseconds, each])).values()].sort(
    (a, b) => a.milliseconds - b.milliseconds,
  );
