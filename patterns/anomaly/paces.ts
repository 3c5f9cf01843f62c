import type { BucketCounts, Observations } from "../observations";

/**
 * Latencies: as in the baseline; slightly below the limit; slightly above; twice as slow as that.
 */
export type Pace = "usual" | "near" | "beyond" | "slowest";

/**
 * Buckets of each latency, and the percentile of the one slightly above the limit.
 * @throws RangeError when the histogram has too few bounds
 */
export function paces(
  { histogram, buckets }: Observations,
  quantile: number,
  factor: number,
): {
  readonly shares: Readonly<Record<Pace, BucketCounts>>;
  readonly value: number;
} {
  for (const [index, bound] of buckets.entries()) {
    const below = buckets[index - 1] ?? 0;
    const usual = below + (bound - below) * quantile;
    const near = endingAt(buckets, quantile, usual * factor * 0.94);
    const beyond = endingAt(buckets, quantile, usual * factor * 1.06);
    const slowest = endingAt(buckets, quantile, usual * factor * 3);
    const own = endingAt(buckets, quantile, usual);
    if (index > 0 && near && beyond && slowest && own) {
      return {
        shares: { usual: own, near, beyond, slowest },
        value: usual * factor * 1.06,
      };
    }
  }
  throw new RangeError(
    `${histogram} has too few bounds to tell what is ${String(factor)} times as slow`,
  );
}

/**
 * Observations with exactly this percentile: some in the bucket of the value, the others in the one
 * below.
 */
function endingAt(
  buckets: readonly number[],
  quantile: number,
  value: number,
): BucketCounts | undefined {
  const index = buckets.findIndex((bound) => bound >= value);
  const bound = buckets[index];
  if (index < 1 || bound === undefined) return undefined;
  const below = buckets[index - 1] ?? 0;
  const way = (value - below) / (bound - below);
  if (way > quantile) return undefined;
  const quicker = (quantile - way) / (1 - way);
  return [
    ...buckets.map(
      (each) =>
        [each, each < below ? 0 : each === below ? quicker : 1] as const,
    ),
    [Infinity, 1],
  ];
}
