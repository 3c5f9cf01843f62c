import { hours } from "../model/duration";
import type { LogAlert } from "../model/log-alert";
import type { Problem } from "../model/problem";
import type { Service } from "../model/service";
import { longestLogRange } from "../query/logql/longest-log-range";
import { holdsOnSingleLine } from "../query/logql/single-line";

/** Mistakes in when alerts on logs end. */
export const checkLogAlerts = ({
  key,
  logAlerts = [],
}: Service): readonly Problem[] =>
  logAlerts.flatMap((alert) => {
    const path = `services/${key} alert "${alert.name}"`;
    return [...checkKeptFiring(path, alert), ...checkSingleLine(path, alert)];
  });

/**
 * Loki's ruler keeps its rules without the field, so the alert would end with its condition.
 * @see https://github.com/grafana/loki/pull/13657
 */
const checkKeptFiring = (
  path: string,
  { keepFiringFor }: LogAlert,
): readonly Problem[] =>
  keepFiringFor === undefined || keepFiringFor.milliseconds === 0
    ? []
    : [
        {
          path: `${path} keepFiringFor`,
          message: "Loki does not know it, so the alert would end at once",
          got: keepFiringFor.toString(),
          next: "remove it, and let the expression read a longer range",
        },
      ];

/**
 * What pages on a single line fires for as long as its range is. Its end closes the pager's
 * incident, so it must not end before somebody else is called.
 */
function checkSingleLine(
  path: string,
  { expr, priority, for: waits }: LogAlert,
): readonly Problem[] {
  const range = longestLogRange(expr);
  return priority !== "P0" ||
    waits.milliseconds > 0 ||
    !holdsOnSingleLine(expr) ||
    range.milliseconds >= ENOUGH.milliseconds
    ? []
    : [
        {
          path: `${path} expr`,
          message:
            "pages on a single line and ends soon after it, which closes the pager's incident before a second person is called",
          got: range.toString(),
          allowed: "a range of 1h or more",
          next: "count over a longer range",
        },
      ];
}

/** As long as an alert on a single event of a counter keeps firing. */
const ENOUGH = hours(1);
