import type {
  AlertmanagerConfig,
  RootRoute,
  Route,
} from "../../alertmanager/alertmanager-form";
import { firstMatching } from "./first-matching";

/** Where an alert ends in the tree, and how it came there. */
export interface Arrival {
  readonly receiver: string;
  /** Matchers of the routes that took it, from the first on. */
  readonly steps: readonly string[];
  readonly groupWait: string;
  readonly groupInterval: string;
  readonly repeatInterval: string;
  /** Names of times in which it is not told. */
  readonly mutedIn: readonly string[];
  /** Names of times in which alone it is told; none means always. */
  readonly activeIn: readonly string[];
}

type Settings = Pick<
  Arrival,
  "receiver" | "groupWait" | "groupInterval" | "repeatInterval"
>;

/**
 * Follows an alert through the tree: the first route that matches takes it, the deepest one tells.
 * No route here goes on after a match.
 */
export function walk(
  { route }: Pick<AlertmanagerConfig, "route">,
  labels: Readonly<Record<string, string>>,
): Arrival {
  const steps: string[] = [];
  let settings = settingsOf(route, {
    receiver: route.receiver,
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
  groupWait: route.group_wait ?? inherited.groupWait,
  groupInterval: route.group_interval ?? inherited.groupInterval,
  repeatInterval: route.repeat_interval ?? inherited.repeatInterval,
});

/** Times of quiet belong to the last route alone; they are not inherited. */
const timesOf = (
  route: RootRoute | Route,
): Pick<Arrival, "mutedIn" | "activeIn"> => ({
  mutedIn: "matchers" in route ? (route.mute_time_intervals ?? []) : [],
  activeIn: "matchers" in route ? (route.active_time_intervals ?? []) : [],
});
