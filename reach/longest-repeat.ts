import { milliseconds } from "../model/duration";
import type { Duration } from "../model/duration";
import type { RootRoute, Route } from "../routing/alertmanager-form";

const UNITS: Readonly<Record<string, number>> = {
  d: 86_400_000,
  h: 3_600_000,
  m: 60_000,
  s: 1_000,
  ms: 1,
};

/** The longest time until an alert that still fires is told again, in any route. */
export const longestRepeat = (route: RootRoute | Route): Duration =>
  milliseconds(Math.max(0, ...repeats(route)));

const repeats = (route: RootRoute | Route): readonly number[] => [
  ...(route.repeat_interval === undefined
    ? []
    : [inMilliseconds(route.repeat_interval)]),
  ...(route.routes ?? []).flatMap(repeats),
];

/** Length of a time as Prometheus writes it: `1h30m`. */
export const inMilliseconds = (text: string): number =>
  [...text.matchAll(/(\d+)(ms|[dhms])/g)].reduce(
    (sum, [, count = "0", unit = ""]) =>
      sum + Number(count) * (UNITS[unit] ?? 0),
    0,
  );
