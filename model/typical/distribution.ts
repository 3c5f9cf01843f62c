import type { Percentiles } from "./typical";

/**
 * The share of observations that are at most a value. Between the percentiles it is a straight
 * line over the logarithm of the value, as times are distributed; the slowest is as far beyond the
 * p99 as that is beyond the p95.
 */
export function shareUpTo(value: number, percentiles: Percentiles): number {
  const points = pointsOf(percentiles);
  let [before, shareBefore] = points[0] ?? [0, 0];
  if (value <= before) return 0;
  for (const [bound, share] of points.slice(1)) {
    if (value < bound) {
      const part = Math.log(value / before) / Math.log(bound / before);
      return shareBefore + part * (share - shareBefore);
    }
    [before, shareBefore] = [bound, share];
  }
  return 1;
}

/** The smallest observation. */
const leastOf = ({ least, p50 }: Percentiles): number => least ?? p50 / 10;

/** The value that a share of the observations does not exceed: what a summary computes. */
export function quantileOf(share: number, percentiles: Percentiles): number {
  const points = pointsOf(percentiles);
  let [before, shareBefore] = points[0] ?? [0, 0];
  for (const [bound, shareHere] of points.slice(1)) {
    if (share <= shareHere) {
      const part = (share - shareBefore) / (shareHere - shareBefore);
      return before * (bound / before) ** part;
    }
    [before, shareBefore] = [bound, shareHere];
  }
  return before;
}

/** Values, ascending, with the share of the observations that are at most as great. */
const pointsOf = (
  percentiles: Percentiles,
): readonly (readonly [number, number])[] => [
  [leastOf(percentiles), 0],
  [percentiles.p50, 0.5],
  [percentiles.p95, 0.95],
  [percentiles.p99, 0.99],
  [slowest(percentiles), 1],
];

/** The greatest observation. */
export const slowest = ({ p95, p99 }: Percentiles): number =>
  Math.max(p99 * 1.01, (p99 * p99) / p95);

/** The mean of the observations, for the sum of a histogram. */
export function meanOf(percentiles: Percentiles): number {
  const { p50, p95, p99 } = percentiles;
  return (
    0.5 * ((leastOf(percentiles) + p50) / 2) +
    0.45 * ((p50 + p95) / 2) +
    0.04 * ((p95 + p99) / 2) +
    0.01 * ((p99 + slowest(percentiles)) / 2)
  );
}
