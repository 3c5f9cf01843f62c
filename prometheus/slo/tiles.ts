import { hours, milliseconds, minutes } from "../../model/duration";
import type { Duration } from "../../model/duration";

/** A window that is the mean of equal tiles, the last of which ends now. */
export interface TiledWindow {
  readonly length: Duration;
  /** Length of a tile, itself a recorded window. */
  readonly tile: Duration;
  /** How many there are. */
  readonly tiles: number;
}

/** The window of the base rules, which alone read what the application exposes. */
export const BASE_WINDOW = minutes(5);

/**
 * A window of the fewest tiles: the longest that fit into it a whole number of times.
 * @param shorter what is recorded before it besides the base window, shortest first
 * @returns undefined where none fits
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

/** How far a tile that ends in a gap may be read earlier, and at which steps it is looked for. */
export interface GapTolerance {
  readonly range: Duration;
  readonly step: Duration;
}

/** A tile that is read earlier than this would stand for another part of the day. */
const LONGEST_RANGE = hours(12);

const MINUTE = minutes(1).milliseconds;

/**
 * A tile may be read earlier by its own length at most, so that no moment is counted more than
 * twice, and by 12 hours for long ones. It is looked for at six moments at most, since each costs
 * an evaluation. Tiles of the base window are not: what happened in the minutes before a crash must
 * not stand for all of the gap.
 */
export function lastBefore(tile: Duration): GapTolerance | undefined {
  if (tile.milliseconds === BASE_WINDOW.milliseconds) return undefined;
  const capped = tile.milliseconds > LONGEST_RANGE.milliseconds;
  const range = capped ? LONGEST_RANGE : tile;
  const looks = capped ? 4 : looksWithin(range);
  return { range, step: milliseconds(range.milliseconds / looks) };
}

/**
 * As many as six whose steps are whole minutes, and five minutes at least: in between a look sees
 * what the one before saw.
 */
const looksWithin = (range: Duration): number =>
  Math.min(
    range.milliseconds / BASE_WINDOW.milliseconds,
    isMultiple(range, 6 * MINUTE) ? 6 : 5,
  );

const isMultiple = (length: Duration, of: number): boolean =>
  length.milliseconds % of === 0;

/** The different ones of some lengths, shortest first. */
export const distinct = (lengths: readonly Duration[]): readonly Duration[] =>
  [...new Map(lengths.map((each) => [each.milliseconds, each])).values()].sort(
    (a, b) => a.milliseconds - b.milliseconds,
  );
