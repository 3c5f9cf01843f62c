import { milliseconds } from "../../model/duration";
import type { Duration } from "../../model/duration";

/**
 * How often the rule of a case is asked: at each value that comes, or as often as one of them may
 * begin or end a wait; and often enough to tell half of the wait from all of it.
 */
export function evaluationOf(step: Duration, wait: Duration): Duration {
  const common = greatestCommon(step.milliseconds, wait.milliseconds);
  return milliseconds(common === wait.milliseconds ? common / 2 : common);
}

const greatestCommon = (left: number, right: number): number =>
  right === 0 ? left : greatestCommon(right, left % right);
