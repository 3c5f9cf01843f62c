import { milliseconds } from "../../../model/duration";
import type { EnvironmentConfig } from "../../../model/environment";
import { seconds } from "../../../model/duration";
import type { RoutingResult } from "../../../checks/routing/routing-results";
import { readDuration } from "../../../checks/routing/read-duration";
import type { PostedAlert } from "../../support/alertmanager-cluster";
import { liveAlertmanager } from "../../support/live-alertmanager";
import type { LiveAlertmanager } from "../../support/live-alertmanager";
import { until } from "../../support/loopback";
import type { Intervals } from "../../support/live-alertmanager-config";
import { slowness } from "../../support/slowness";

/**
 * Factor by which times are stretched compared with a free machine. Deduplication depends on
 * members that are on time, so a busy machine needs longer steps; nothing else in the verdict
 * depends on its speed.
 */
export const SLOWER = slowness();
/** Every time of the tree is shorter by it: an hour is a minute on a free machine. */
export const FACTOR = 60 / SLOWER;
/** Limit of a test, in milliseconds, given what is enough on a free machine. */
export const limit = (milliseconds: number): number => milliseconds * SLOWER;
/**
 * Asks until it is so, for as many seconds as are enough on a free machine. @throws Error after
 * that
 */
export const withinLimit = (
  what: string,
  condition: () => boolean | Promise<boolean>,
  seconds = 60,
): Promise<void> => until(what, condition, seconds * SLOWER);
/**
 * How long a member of a cluster waits for each one before it; the last of three still speaks
 * before the next step of the group.
 */
const PEER_TIMEOUT = seconds(2 * SLOWER);
/** How long the last member of three waits for the others, in milliseconds. */
export const LAST_TURN = 2_000 * PEER_TIMEOUT.seconds;
/**
 * Time for the members that wait their turn to tell something again, if they did, in milliseconds.
 */
export const ALL_TURNS = LAST_TURN + limit(1_000);

/** An environment's Alertmanagers and everything that they tell. */
export type Trial = LiveAlertmanager;

/**
 * Starts as many members as the environment has, or fewer, with its rendered configuration and all
 * its times shorter.
 */
export const startTrial = (
  environment: EnvironmentConfig,
  intervals: Intervals,
  members = environment.alertmanager.replicas,
): Promise<Trial> =>
  liveAlertmanager(environment, {
    members,
    intervals,
    timing: (_, declared) =>
      milliseconds(Math.ceil(readDuration(declared) / FACTOR)).toString(),
    peerTimeout: PEER_TIMEOUT,
  });

/**
 * The alert as Prometheus posts it, firing for the rest of the trial. A condition and a name of its
 * own keep others from inhibiting it and tell it apart, where no route asks for them.
 */
export function posted(
  { alert }: Pick<RoutingResult, "alert">,
  index: number,
  change: Readonly<Record<string, string>> = {},
): PostedAlert {
  return {
    labels: {
      ...alert.labels,
      alertname: `${alert.name}${String(index)}`,
      condition: `trial-${String(index)}`,
      ...change,
    },
    annotations: {
      summary: `Summary ${String(index)}`,
      description: `Description ${String(index)}`,
      value: "0.25",
      runbook_url: `https://runbooks.example.com/${String(index)}`,
      dashboard_url: `https://grafana.example.com/d/${String(index)}`,
    },
    startsAt: new Date().toISOString(),
    endsAt: new Date(Date.now() + 3_600_000).toISOString(),
  };
}

/** The same alert, over. */
export const resolved = (alert: PostedAlert): PostedAlert => ({
  ...alert,
  endsAt: new Date().toISOString(),
});

/** Messages about an alert, as `place` and `title`, in order. */
export const notifiedOf = (
  { sink }: Trial,
  { labels }: PostedAlert,
): readonly string[] => {
  const name = labels["alertname"] ?? "";
  return sink.deliveries
    .filter(({ words }) => words.has(name))
    .map(({ place, title }) => `${place}: ${title}`)
    .sort();
};
