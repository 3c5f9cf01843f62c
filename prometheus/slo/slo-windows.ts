import { days, hours } from "../../model/duration";
import type { Duration } from "../../model/duration";
import { budgeted } from "../../model/slo";
import type { Slo } from "../../model/slo";
import { TIERS } from "../../model/slo-tiers";
import type { TierShape } from "../../model/slo-tiers";
import { BASE_WINDOW, distinct, tiled } from "./tiles";
import type { TiledWindow } from "./tiles";

/**
 * Windows whose burn rate is recorded too: alerts and pages about every SLO read them, whatever the
 * tiers are.
 */
export const BURN_RATE_WINDOWS: readonly Duration[] = [BASE_WINDOW, hours(1)];

/**
 * The day window is needed for daily spending, the calendar month and every period, whatever the
 * tiers are.
 */
export const DAY = days(1);

/** The windows of a tier. */
export type TierWindows = Pick<TierShape, "long" | "short">;

/**
 * Windows above the base window that any tier needs, shortest first. A window that cannot be made
 * of shorter ones is left out, and the check of the table reports it.
 */
export function windowsOf(
  tiers: readonly TierWindows[],
): readonly TiledWindow[] {
  const lengths = distinct([
    ...BURN_RATE_WINDOWS,
    DAY,
    ...tiers.flatMap(({ long, short }) => [long, short]),
  ]);
  const windows: TiledWindow[] = [];
  for (const length of lengths) {
    const window = tiled(length, windows);
    if (window !== undefined) windows.push(window);
  }
  return windows;
}

/** Windows of every SLO with a budget, each made of tiles of a shorter window. */
export const WINDOWS = windowsOf(TIERS);

/** Windows recorded for every SLO with a budget, whatever its period: base window first. */
export const RECORDED_WINDOWS: readonly Duration[] = [
  BASE_WINDOW,
  ...WINDOWS.map(({ length }) => length),
];

/**
 * The window of a period of whole days.
 * @throws RangeError when no recorded window fits, which the check of the declaration excludes
 */
export function periodWindow(period: Duration): TiledWindow {
  const window = tiled(period, WINDOWS);
  if (window === undefined) {
    throw new RangeError(
      `a period of ${period.toString()} cannot be made of recorded windows`,
    );
  }
  return window;
}

/** The windows of some periods, without those that {@link WINDOWS} already contains. */
export const periodWindows = (
  periods: readonly Duration[],
): readonly TiledWindow[] =>
  periods
    .filter(
      ({ milliseconds }) =>
        !WINDOWS.some(({ length }) => length.milliseconds === milliseconds),
    )
    .map(periodWindow);

/** The distinct periods of some SLOs, shortest first. */
export const periodsOf = (slos: readonly Slo[]): readonly Duration[] =>
  distinct(budgeted(slos).map(({ period }) => period));
