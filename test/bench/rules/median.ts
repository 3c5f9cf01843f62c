/** The middle one of some numbers, of which other programs on the machine spoil only a few. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1
    ? upper
    : (upper + (sorted[half - 1] ?? Number.NaN)) / 2;
}
