/** How long a test alert lasts, in milliseconds, unless it is gathered for longer. */
const LIFETIME = 5 * 60_000;
/**
 * How much longer it lasts than it may take to be told: one that has ended before is told to
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
  /** Until it must have been told. */
  readonly limit: number;
  /** Until its alert ends. */
  readonly lifetime: number;
}

/**
 * Plans a trial.
 *
 * @param gathered milliseconds for which each alert waits for others of its group
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
