import { meanOf, shareUpTo } from "../../../model/typical/distribution";

const unsure = { p50: 0.87, p95: 0.97, p99: 0.98 };
const sure = { ...unsure, least: 0.4 };

it("lets observations begin at the smallest, and at a tenth of the median without one", () => {
  expect([0.4, 0.87].map((value) => shareUpTo(value, sure))).toEqual([0, 0.5]);
  expect(shareUpTo(0.5, sure)).toBeCloseTo(0.144, 3);
  expect(shareUpTo(0.087, unsure)).toBe(0);
  expect(shareUpTo(0.5, unsure)).toBeGreaterThan(0.3);
});

it("has a mean that knows of the smallest", () => {
  expect(meanOf(sure)).toBeCloseTo(0.78, 2);
  expect(meanOf(unsure)).toBeCloseTo(0.7, 2);
});
