import type {
  AlertmanagerConfig,
  RootRoute,
  Route,
} from "../../alertmanager/alertmanager-form";
import { firstMatching } from "./first-matching";

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
 * Routes an alert through the tree: the first child that matches takes it, the deepest one
 * notifies. No route here sets `continue`.
 */
export function walk(
  { route }: Pick<AlertmanagerConfig, "route">,
  labels: Readonly<Record<string, string>>,
): Arrival {
  const steps: string[] = [];
  let settings = settingsOf(route, {
    receiver: route.receiver,
    groupBy: [],
    groupWait: "30s",
    groupInterval: "5m",
    repeatInterval: "4h",
  });
  let here: RootRoute | Route = route;
  for (;;) {
    const next: Route | undefined = firstMatching(here.routes ?? [], labels);
    if (next === undefined) break;
    steps.push(next.matchers.join(", "));
    settings = settingsOf(next, settings);
    here = next;
  }
  return { ...settings, steps, ...timesOf(here) };
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
