import type { BurnTier } from "../../model/burn-tier";
import { milliseconds } from "../../model/duration";
import type { Duration } from "../../model/duration";

/**
 * Detection time: from the start of an outage until the tier fires, including its `for`, without
 * the wait for the next evaluation. The minimum of bad events may delay it.
 * @param errorRatio share of requests that fail, above 0, at most 1
 * @returns undefined if an outage this small never fires it
 */
export const timeToDetect = (
  { threshold, long, for: pending }: BurnTier,
  errorRatio: number,
): Duration | undefined =>
  errorRatio > threshold
    ? milliseconds(
        Math.round(
          (long.milliseconds * threshold) / errorRatio + pending.milliseconds,
        ),
      )
    : undefined;

/**
 * Reset time: from the end of an outage, which filled the short window, until the tier resolves,
 * without the wait for the next evaluation.
 */
export const timeToResolve = (
  { threshold, short, keepFiringFor }: BurnTier,
  errorRatio: number,
): Duration | undefined =>
  errorRatio > threshold
    ? milliseconds(
        Math.round(
          short.milliseconds * (1 - threshold / errorRatio) +
            keepFiringFor.milliseconds,
        ),
      )
    : undefined;
