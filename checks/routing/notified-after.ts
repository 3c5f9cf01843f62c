import { milliseconds } from "../../model/duration";
import type { Duration } from "../../model/duration";
import { readDuration } from "./read-duration";
import type { RoutingResult } from "./routing-results";

/**
 * Longest time from the beginning of a steady condition until somebody is told, where it is known
 * and told at any hour.
 */
export const notifiedAfter = ({
  alert,
  arrival,
}: RoutingResult): Duration | undefined =>
  alert.detection === undefined
    ? undefined
    : milliseconds(
        alert.detection().milliseconds + readDuration(arrival.groupWait),
      );
