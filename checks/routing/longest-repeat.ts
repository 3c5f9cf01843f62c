import { milliseconds } from "../../model/duration";
import type { Duration } from "../../model/duration";
import type { RootRoute, Route } from "../../alertmanager/alertmanager-form";
import { readDuration } from "./read-duration";

/** The longest repeat interval of any route. */
export const longestRepeat = (route: RootRoute | Route): Duration =>
  milliseconds(Math.max(0, ...repeats(route)));

const repeats = (route: RootRoute | Route): readonly number[] => [
  ...(route.repeat_interval === undefined
    ? []
    : [readDuration(route.repeat_interval)]),
  ...(route.routes ?? []).flatMap(repeats),
];
