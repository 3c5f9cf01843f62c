import type { Priority } from "../model/alert";
import { days, hours, minutes, seconds } from "../model/duration";
import type { Timing } from "../model/notification-path";
import type { Route } from "./alertmanager-form";

/** Group and repeat timings of each priority; defaults are in `otherwise`. */
export const TIMINGS = {
  otherwise: {
    groupWait: seconds(30),
    groupInterval: minutes(5),
    repeatInterval: hours(4),
  },
  heartbeat: {
    groupWait: seconds(0),
    groupInterval: minutes(1),
    // Below the group interval: at one minute it would be sent every second minute.
    repeatInterval: seconds(50),
  },
  P0: { groupWait: seconds(10), repeatInterval: hours(1) },
  /**
   * A cause may fire a minute after what follows from it; then one message names both. A quarter of
   * a minute more, so that the group's turns fall between evaluations: at the same instant what
   * inhibits an alert may have ended already while the alert is still inhibited, and the group
   * would resolve and page again a minute later.
   */
  outage: { groupWait: seconds(75), groupInterval: minutes(1) },
  P1: {},
  P2: { repeatInterval: hours(12) },
  P3: {
    groupWait: minutes(5),
    groupInterval: hours(1),
    repeatInterval: days(7),
  },
} as const satisfies Readonly<
  Record<Priority | "otherwise" | "heartbeat" | "outage", Timing>
>;

type Settings = Pick<
  Route,
  "group_wait" | "group_interval" | "repeat_interval"
>;

/** A timing as a route states it. */
export const timingOf = (timing: Timing): Settings => ({
  ...(timing.groupWait === undefined
    ? {}
    : { group_wait: timing.groupWait.toString() }),
  ...(timing.groupInterval === undefined
    ? {}
    : { group_interval: timing.groupInterval.toString() }),
  ...(timing.repeatInterval === undefined
    ? {}
    : { repeat_interval: timing.repeatInterval.toString() }),
});
