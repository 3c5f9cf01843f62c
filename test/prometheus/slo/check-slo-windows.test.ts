import { hours, minutes } from "../../../model/duration";
import { formatProblem } from "../../../model/problem";
import { checkSloWindows } from "../../../prometheus/slo/check-slo-windows";
import type { TierWindows } from "../../../prometheus/slo/slo-windows";

const fast = { long: hours(1), short: minutes(5) };
const slow = { long: hours(6), short: minutes(30) };

it("finds nothing in the table", () => {
  expect(checkSloWindows()).toEqual([]);
  expect(checkSloWindows([fast, slow])).toEqual([]);
});

it.each<[string, readonly TierWindows[], string]>([
  [
    "a short window that no tile fits",
    [fast, { ...slow, short: minutes(7) }],
    'slo tier "6h": a window cannot be made up of tiles of shorter windows, got 7m; allowed: whole multiples of 5m; make it longer or shorter in model/slo-tiers.ts',
  ],
  [
    "a long window that no tile fits",
    [fast, { ...slow, long: minutes(361) }],
    'slo tier "6h1m": a window cannot be made up of tiles of shorter windows, got 6h1m; allowed: whole multiples of 5m; make it longer or shorter in model/slo-tiers.ts',
  ],
  [
    "a window below the base window",
    [{ ...fast, short: minutes(1) }],
    'slo tier "1h": a window cannot be made up of tiles of shorter windows, got 1m; allowed: whole multiples of 5m; make it longer or shorter in model/slo-tiers.ts',
  ],
  [
    "a short window that is not shorter",
    [fast, { ...slow, short: hours(6) }],
    'slo tier "6h": the short window must be shorter than the long one, got 6h; allowed: below 6h; a twelfth is common; shorten it in model/slo-tiers.ts',
  ],
  [
    "tiers in the wrong order",
    [slow, fast],
    'slo tier "1h": long windows must ascend: alerts of a tier inhibit those of the tiers after it, got 6h, 1h; order the tiers in model/slo-tiers.ts, and have each long window once',
  ],
  [
    "two tiers with one name",
    [fast, { ...fast, short: minutes(10) }],
    'slo tier "1h": long windows must ascend: alerts of a tier inhibit those of the tiers after it, got 1h, 1h; order the tiers in model/slo-tiers.ts, and have each long window once',
  ],
])("names %s", (_, tiers, message) => {
  expect(checkSloWindows(tiers).map(formatProblem)).toEqual([message]);
});
