import { milliseconds } from "../../model/duration";
import type { Duration } from "../../model/duration";

/**
 * Evaluation interval of a case: each new value, or every possible start or end of the `for`; short
 * enough to distinguish half of the `for` from all of it.
 */
export function evaluationOf(step: Duration, wait: Duration): Duration {
  const common = greatestCommon(step.milliseconds, wait.milliseconds);
  return milliseconds(common === wait.milliseconds ? common / 2 : common);
}

const greatestCommon = (left: number, right: number): number =>
  right === 0 ? left : greatestCommon(right, left % right);
