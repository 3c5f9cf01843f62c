import {
  holdsOnSingleLine,
  untilItHolds,
} from "../../../query/logql/single-line";

const lines = (limit: string): string =>
  `sum(count_over_time({system="shop"} |= "lost" [1h])) > ${limit}`;

it("is enough where any line counts", () => {
  expect(holdsOnSingleLine(lines("0"))).toBe(true);
  expect(holdsOnSingleLine(lines("0.5"))).toBe(false);
  expect(holdsOnSingleLine(lines("{lines}"))).toBe(false);
  expect(holdsOnSingleLine('sum(rate({system="shop"}[5m])) > 0')).toBe(false);
});

it("needs no range to fill, which others may have to", () => {
  expect(untilItHolds(lines("0")).seconds).toBe(0);
  expect(untilItHolds(lines("10")).seconds).toBe(3600);
});
