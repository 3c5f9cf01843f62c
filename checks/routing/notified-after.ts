import { milliseconds } from "../../model/duration";
import type { Duration } from "../../model/duration";
import { readDuration } from "./read-duration";
import type { RoutingResult } from "./routing-results";

/**
 * Longest time from the start of a steady condition until the first notification. Undefined where
 * it is not known, or where the alert is muted at some hours.
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
