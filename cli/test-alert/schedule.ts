/** How long a test alert lasts, in milliseconds, unless its group wait is longer. */
const LIFETIME = 5 * 60_000;
/**
 * How much longer it lasts than its notification may take: an alert that ends before that notifies
 * nobody.
 */
const MARGIN = 30_000;
/**
 * How long a member of a cluster leaves to each one before it, in milliseconds
 * (`--cluster.peer-timeout`).
 */
const PEER_TIMEOUT = 15_000;

/** Lengths of time of a trial, in milliseconds. */
export interface Schedule {
  /** Until it must have been notified. */
  readonly limit: number;
  /** Until its alert ends. */
  readonly lifetime: number;
}

/**
 * Plans a trial.
 *
 * @param gathered milliseconds of the group wait
 * @param members how many members the cluster has
 * @param grace milliseconds for the sending itself
 */
export function schedule(
  gathered: readonly number[],
  members: number,
  grace: number,
): Schedule {
  const limit = Math.max(...gathered) + (members - 1) * PEER_TIMEOUT + grace;
  return { limit, lifetime: Math.max(LIFETIME, limit + MARGIN) };
}
