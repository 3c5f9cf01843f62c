import fc from "fast-check";
import { days, hours, minutes } from "../../../model/duration";
import type { Duration } from "../../../model/duration";
import {
  WINDOWS,
  periodWindow,
  periodWindows,
  windowsOf,
} from "../../../prometheus/slo/slo-windows";
import type { TierWindows } from "../../../prometheus/slo/slo-windows";
import { BASE_WINDOW, lastBefore } from "../../../prometheus/slo/tiles";
import type { TiledWindow } from "../../../prometheus/slo/tiles";

const text = ({ length, tile, tiles }: TiledWindow): string =>
  `${length.toString()} = ${String(tiles)} x ${tile.toString()}`;

const MINUTE = 60_000;

/** Tiers whose windows are whole multiples of the base window, up to a week. */
const someTiers: fc.Arbitrary<readonly TierWindows[]> = fc.array(
  fc
    .record({
      long: fc.integer({ min: 2, max: 7 * 288 }),
      short: fc.integer({ min: 1, max: 288 }),
    })
    .map(({ long, short }) => ({
      long: minutes(5 * long),
      short: minutes(5 * short),
    })),
  { maxLength: 8 },
);

const lengthsOf = (windows: readonly TiledWindow[]): readonly number[] => [
  BASE_WINDOW.milliseconds,
  ...windows.map(({ length }) => length.milliseconds),
];

it("has the windows of the tiers, each of the longest tiles that fit", () => {
  expect(WINDOWS.map(text)).toEqual([
    "30m = 6 x 5m",
    "1h = 2 x 30m",
    "2h = 2 x 1h",
    "6h = 3 x 2h",
    "1d = 4 x 6h",
    "3d = 3 x 1d",
  ]);
});

it.each<[string, readonly TierWindows[], readonly string[]]>([
  [
    "without any tier, the windows that all pages read",
    [],
    ["1h = 12 x 5m", "1d = 24 x 1h"],
  ],
  [
    "of a tier that is added, between the others",
    [{ long: hours(12), short: hours(1) }],
    ["1h = 12 x 5m", "12h = 12 x 1h", "1d = 2 x 12h"],
  ],
  [
    "but none that tiles cannot make up, nor one that depends on such a window",
    [{ long: minutes(14), short: minutes(7) }],
    ["1h = 12 x 5m", "1d = 24 x 1h"],
  ],
])("makes windows %s", (_, tiers, expected) => {
  expect(windowsOf(tiers).map(text)).toEqual(expected);
});

it("records both windows of every tier, each from windows recorded before it", () => {
  fc.assert(
    fc.property(someTiers, (tiers) => {
      const windows = windowsOf(tiers);
      const lengths = lengthsOf(windows);
      for (const { long, short } of tiers) {
        expect(lengths).toContain(long.milliseconds);
        expect(lengths).toContain(short.milliseconds);
      }
      for (const [index, { length, tile, tiles }] of windows.entries()) {
        expect(lengths.slice(0, index + 1)).toContain(tile.milliseconds);
        expect(tiles * tile.milliseconds).toBe(length.milliseconds);
        expect(tiles).toBeGreaterThan(1);
        // No longer tile fits.
        for (const other of lengths.slice(0, index + 1)) {
          if (other > tile.milliseconds) {
            expect(length.milliseconds % other).not.toBe(0);
          }
        }
      }
    }),
  );
});

it("looks back over a gap within the tile, at whole minutes, and not for the base window", () => {
  expect(lastBefore(BASE_WINDOW)).toBeUndefined();
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 30 * 288 }), (length) => {
      const tile = minutes(5 * length);
      const found = lastBefore(tile);
      if (found === undefined) throw new Error("a tile that is not looked for");
      const range = found.range.milliseconds;
      const step = found.step.milliseconds;
      expect(range).toBe(Math.min(tile.milliseconds, 720 * MINUTE));
      expect(step % MINUTE).toBe(0);
      expect(range % step).toBe(0);
      // An instant query looks back five minutes: a finer step would find samples older than the range.
      expect(step).toBeGreaterThanOrEqual(5 * MINUTE);
      expect(range / step).toBeLessThanOrEqual(6);
    }),
  );
});

it.each<[Duration, string, string]>([
  [minutes(20), "20m", "5m"],
  [minutes(30), "30m", "5m"],
  [hours(1), "1h", "10m"],
  [hours(2), "2h", "20m"],
  [hours(6), "6h", "1h"],
  [days(1), "12h", "3h"],
  [days(3), "12h", "3h"],
])(
  "looks for a tile of %s as far back as %s in steps of %s",
  (tile, range, step) => {
    const found = lastBefore(tile);
    expect([found?.range.toString(), found?.step.toString()]).toEqual([
      range,
      step,
    ]);
  },
);

it("makes every period of whole days", () => {
  fc.assert(
    fc.property(fc.integer({ min: 7, max: 400 }), (length) => {
      const { tile, tiles } = periodWindow(days(length));
      expect(tile.toString()).toBe(length % 3 === 0 ? "3d" : "1d");
      expect(tiles * tile.milliseconds).toBe(days(length).milliseconds);
    }),
  );
});

it("makes a window only once if it is also a period", () => {
  expect(periodWindows([days(3), days(7)]).map(text)).toEqual(["7d = 7 x 1d"]);
});

it("refuses a period that is not a multiple of any window", () => {
  expect(() => periodWindow(minutes(7 * 1440 + 1))).toThrow(
    "a period of 7d1m cannot be made of recorded windows",
  );
});
