import { milliseconds } from "../../model/duration";
import type { Duration } from "../../model/duration";
import { secondsOf } from "../promql/durations";
import { logTextOf, nodesNamed, readLogQuery } from "./read-log-query";

/** The longest range that a LogQL query reads: older lines do not affect the result. */
export function longestLogRange(expr: string): Duration {
  const query = readLogQuery(expr);
  const ranges = nodesNamed(query, "Range").map(
    (range) => secondsOf(logTextOf(query, range).slice(1, -1)) ?? 0,
  );
  return milliseconds(Math.round(Math.max(0, ...ranges) * 1000));
}
