import * as fc from "fast-check";
import {
  meanOf,
  shareUpTo,
  slowest,
} from "../../../model/typical/distribution";

const times = { p50: 0.06, p95: 0.25, p99: 0.6 };

describe("shareUpTo", () => {
  it.each([
    [0, 0],
    [0.006, 0],
    [0.06, 0.5],
    [0.25, 0.95],
    [0.6, 0.99],
    [slowest(times), 1],
    [100, 1],
  ])("up to %d s it is %d", (value, share) => {
    expect(shareUpTo(value, times)).toBeCloseTo(share, 10);
  });

  it("is a share where two percentiles differ by the least that numbers can", () => {
    const p95 = 0.001 + 2e-19;
    expect(p95).toBeGreaterThan(0.001);
    expect(shareUpTo(0.001, { p50: 0.001, p95, p99: p95 })).toBeCloseTo(0.5);
  });

  it("never falls, whatever the percentiles, and those that are equal too", () => {
    const positive = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
    fc.assert(
      fc.property(
        fc.tuple(positive, positive, positive),
        fc.tuple(positive, positive),
        (percentiles, values) => {
          const [p50 = 0, p95 = 0, p99 = 0] = [...percentiles].sort(
            (a, b) => a - b,
          );
          const [less = 0, more = 0] = [...values].sort((a, b) => a - b);
          const share = (value: number): number =>
            shareUpTo(value, { p50, p95, p99 });
          return (
            share(less) >= 0 && share(less) <= share(more) && share(more) <= 1
          );
        },
      ),
    );
  });
});

it("has a mean between the median of the faster half and the slowest", () => {
  expect(meanOf(times)).toBeCloseTo(0.11, 2);
});
