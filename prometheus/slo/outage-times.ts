import type { BurnTier } from "../../model/burn-tier";
import { milliseconds } from "../../model/duration";
import type { Duration } from "../../model/duration";

/**
 * Time from the beginning of an outage until the tier fires, its `for` included, to which the next
 * evaluation is added. Too few bad events delay it.
 * @param errorRatio share of requests that fail, above 0, at most 1
 * @returns undefined where so small an outage never makes it fire
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
 * Time from the end of an outage, which filled the short window, until the tier is quiet, before
 * the next evaluation.
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
