import { absentOfAggregate } from "./absent-of-aggregate";
import { alwaysHolds } from "./always-holds";
import { exactIncrease } from "./exact-increase";
import type { Lint } from "./lint";
import { nativeOnly } from "./native-only";
import { neverHolds } from "./never-holds";
import { oneBadEvent } from "./one-bad-event";
import { oneSide } from "./one-side";
import { pendingAlerts } from "./pending-alerts";
import { quantileRange } from "./quantile-range";
import { rateOfAggregate } from "./rate-of-aggregate";
import { rawCounter } from "./raw-counter";
import { unseenFirstEvent } from "./unseen-first-event";

/** Everything that Prometheus evaluates and that hardly does what was meant. */
export const allLints: readonly Lint[] = [
  absentOfAggregate,
  alwaysHolds,
  exactIncrease,
  oneSide,
  nativeOnly,
  neverHolds,
  oneBadEvent,
  pendingAlerts,
  quantileRange,
  rateOfAggregate,
  rawCounter,
  unseenFirstEvent,
];
