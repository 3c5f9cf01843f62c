/** Times pass at most so many times slower: an hour of the tree then is six minutes. */
const SLOWEST = 6;
/** A share of a core from which on a machine counts as free. */
const FREE = 0.75;

/**
 * How many times slower things must go than on a free machine, given the share of a core that a
 * process gets.
 */
export const slownessAt = (share: number): number =>
  Math.min(SLOWEST, Math.max(1, Math.ceil(FREE / Math.max(share, 0.01))));

/**
 * How many times slower times must pass on this machine now, from 1 to 6: it computes for a while
 * and measures its share of a core. The load average would be a minute old.
 */
export function slowness(milliseconds = 500): number {
  const begun = performance.now();
  const before = process.cpuUsage();
  while (performance.now() - begun < milliseconds);
  const { user, system } = process.cpuUsage(before);
  const share = (user + system) / 1000 / (performance.now() - begun);
  const slower = slownessAt(share);
  if (slower > 1) {
    process.stderr.write(
      `\nthis machine is busy (${share.toFixed(2)} of a core): times pass ${String(slower)} times slower\n\n`,
    );
  }
  return slower;
}
