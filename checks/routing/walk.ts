import type {
  AlertmanagerConfig,
  RootRoute,
  Route,
} from "../../alertmanager/alertmanager-form";
import { matchingRoutes } from "./first-matching";

/** The route at which an alert ends, and how it was matched. */
export interface Arrival {
  readonly receiver: string;
  /** Matchers of the routes that took it, from the first on. */
  readonly steps: readonly string[];
  /** Labels whose values make one group. */
  readonly groupBy: readonly string[];
  readonly groupWait: string;
  readonly groupInterval: string;
  readonly repeatInterval: string;
  /** Names of its mute time intervals. */
  readonly mutedIn: readonly string[];
  /** Names of its active time intervals; none means always. */
  readonly activeIn: readonly string[];
}

type Settings = Pick<
  Arrival,
  "receiver" | "groupBy" | "groupWait" | "groupInterval" | "repeatInterval"
>;

/**
 * Routes an alert through the tree: the first child that matches takes it, the deepest notifies.
 * Where routes continue, it is the last of its ends.
 */
export const walk = (
  config: Pick<AlertmanagerConfig, "route">,
  labels: Readonly<Record<string, string>>,
): Arrival => lastEnd(walkAll(config, labels));

/** The end at which the tree is left: that of nobody's namespace. */
export function lastEnd(ends: readonly Arrival[]): Arrival {
  const end = ends.at(-1);
  if (end === undefined) throw new Error("a tree has a root");
  return end;
}

/** Every end of an alert, in the order of the tree: several where routes continue. */
export const walkAll = (
  { route }: Pick<AlertmanagerConfig, "route">,
  labels: Readonly<Record<string, string>>,
): readonly Arrival[] =>
  endsBelow(
    route,
    labels,
    [],
    settingsOf(route, {
      receiver: route.receiver,
      groupBy: [],
      groupWait: "30s",
      groupInterval: "5m",
      repeatInterval: "4h",
    }),
  );

function endsBelow(
  here: RootRoute | Route,
  labels: Readonly<Record<string, string>>,
  steps: readonly string[],
  settings: Settings,
): readonly Arrival[] {
  const next = matchingRoutes(here.routes ?? [], labels);
  return next.length === 0
    ? [{ ...settings, steps, ...timesOf(here) }]
    : next.flatMap((route) =>
        endsBelow(
          route,
          labels,
          [...steps, route.matchers.join(", ")],
          settingsOf(route, settings),
        ),
      );
}

const settingsOf = (
  route: RootRoute | Route,
  inherited: Settings,
): Settings => ({
  receiver: route.receiver,
  groupBy: route.group_by ?? inherited.groupBy,
  groupWait: route.group_wait ?? inherited.groupWait,
  groupInterval: route.group_interval ?? inherited.groupInterval,
  repeatInterval: route.repeat_interval ?? inherited.repeatInterval,
});

/** Mute time intervals apply to the last route only; they are not inherited. */
const timesOf = (
  route: RootRoute | Route,
): Pick<Arrival, "mutedIn" | "activeIn"> => ({
  mutedIn: "matchers" in route ? (route.mute_time_intervals ?? []) : [],
  activeIn: "matchers" in route ? (route.active_time_intervals ?? []) : [],
});
