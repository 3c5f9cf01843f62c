import fc from "fast-check";
import { allTiers, burnTiers, canFire } from "../../model/burn-tier";
import { decimal } from "../../model/decimal";
import { days } from "../../model/duration";
import { percent } from "../../model/ratio";
import type { RequestSlo } from "../../model/slo";
import { answers } from "../support/slos";

const slo = (change: Partial<RequestSlo>): RequestSlo => ({
  ...answers,
  ...change,
});

it.each([
  ["a month", 30, ["14.4", "6", "3", "1"]],
  ["a week", 7, ["13.44", "3.5", "1.4", "0.98"]],
  ["two weeks", 14, ["26.88", "7", "2.8", "1.96"]],
  ["a quarter", 90, ["43.2", "18", "9", "3"]],
])("has the factors of %s", (_, length, factors) => {
  expect(
    allTiers(slo({ period: days(length) })).map(({ factor }) =>
      decimal(factor),
    ),
  ).toEqual(factors);
});

it("writes thresholds as exact decimals", () => {
  expect(allTiers(slo({})).map(({ threshold }) => decimal(threshold))).toEqual([
    "0.0144",
    "0.006",
    "0.003",
    "0.001",
  ]);
});

it("is never more urgent than the SLO", () => {
  expect(allTiers(slo({ page: "P3" })).map(({ priority }) => priority)).toEqual(
    ["P3", "P3", "P3", "P3"],
  );
});

it("pages with the SLO's priority for fast burn, and never for slow burn", () => {
  expect(
    allTiers(slo({ page: "P1" })).map(({ name, priority }) => [name, priority]),
  ).toEqual([
    ["1h", "P1"],
    ["6h", "P1"],
    ["1d", "P2"],
    ["3d", "P2"],
  ]);
});

it("has no tiers at low volume", () => {
  expect(allTiers(slo({ volume: "low" }))).toEqual([]);
});

it("leaves out tiers that no error ratio can exceed", () => {
  expect(
    burnTiers(slo({ objective: percent(90) })).map(({ name }) => name),
  ).toEqual(["6h", "1d", "3d"]);
});

it("gives the share of the budget and a threshold that can be exceeded, for any objective and period", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 7, max: 400 }),
      fc.integer({ min: 1, max: 99_999 }),
      (length, thousandths) => {
        const description = slo({
          period: days(length),
          objective: percent(thousandths / 1000),
        });
        for (const tier of allTiers(description)) {
          const share =
            (tier.factor * tier.long.milliseconds) /
            description.period.milliseconds;
          expect(share).toBeCloseTo(tier.share, 9);
          expect(canFire(tier)).toBe(tier.threshold < 1);
        }
        expect(burnTiers(description).every(canFire)).toBe(true);
      },
    ),
  );
});
