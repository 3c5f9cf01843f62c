import type { EnvironmentConfig } from "../../model/environment";
import type { Service } from "../../model/service";
import { alertmanagerConfig } from "../../alertmanager/alertmanager-config";
import type { Alertmanager } from "../alertmanager/alertmanager";
import { namesReceivers, readCounters, since } from "../alertmanager/counters";
import type { Counters } from "../alertmanager/counters";
import { deliveries, settled } from "../alertmanager/delivery";
import type { Delivery } from "../alertmanager/delivery";
import { expectation } from "./expectation";
import type { Expectation } from "./expectation";
import { readDuration } from "../../checks/routing/read-duration";
import { walk } from "../../checks/routing/walk";
import { outcome } from "./outcome";
import type { Outcome } from "./outcome";
import { TEST_ALERT, postedAlert } from "./posted-alert";
import { allHolds, report } from "./report";
import { ready } from "./ready";
import type { RunningConfiguration } from "../alertmanager/running-configuration";
import { schedule } from "./schedule";
import { suppressors } from "./suppressors";
import type { Trial } from "./trials";

/** What is tested, where, and with which timeouts. */
export interface Run {
  readonly environment: EnvironmentConfig;
  readonly services: readonly Service[];
  readonly trials: readonly Trial[];
  /** Members of one cluster; the alerts are sent to each. */
  readonly members: readonly [Alertmanager, ...Alertmanager[]];
  readonly sender: string;
  /** Milliseconds for sending itself, besides Alertmanager's group wait. */
  readonly grace: number;
  /**
   * Milliseconds to wait longer: for a new deployment to load, and for a group that was notified
   * shortly before.
   */
  readonly patience: number;
  /** Milliseconds between two looks. */
  readonly pause: number;
  /** Called with how long it may take. */
  readonly onProgress: (text: string) => void;
}

/** The report for people, and whether everything is as expected. */
export interface Result {
  readonly text: string;
  readonly holds: boolean;
}

/**
 * Sends each test alert and follows what happens to it.
 * @throws Error where an Alertmanager does not answer or runs something else
 */
export async function run(run: Run): Promise<Result> {
  const { environment, services, trials, members } = run;
  const rendered = alertmanagerConfig(environment, services);
  const id = String(Math.floor(Date.now() / 1_000));
  const expectations = trials.map((trial) =>
    expectation(trial, environment, rendered, id),
  );
  const found = await ready(members, {
    environment: environment.name,
    rendered,
    expectations,
    patience: run.patience,
    pause: run.pause,
  });
  const all = Math.max(
    members.length,
    ...found.map(({ status }) => status.cluster.peers?.length ?? 0),
  );
  const from = Date.now();
  const busy = await receiversWithTrials(members);
  const { limit, lifetime } = schedule(
    expectations.map((each) =>
      gathered(each, found[0]?.running ?? rendered, busy),
    ),
    all,
    run.grace + run.patience,
  );
  const until = from + lifetime;
  run.onProgress(
    `${String(trials.length)} sent as trial ${id}; looks for ${String(Math.ceil(limit / 1_000))} s at most`,
  );
  const before = await counters(members);
  const alerts = trials.map((trial) =>
    postedAlert(trial, environment, { id, sender: run.sender, from, until }),
  );
  await Promise.all(members.map(({ post }) => post(alerts)));

  let seen = await look(run, expectations, before, id);
  while (!isSettled(seen) && Date.now() < from + limit) {
    await new Promise((resolve) => setTimeout(resolve, run.pause));
    seen = await look(run, expectations, before, id);
  }
  const judged = await Promise.all(
    seen.outcomes.map(async ([each, result]) => ({
      expectation: each,
      outcome: result,
      suppressors:
        result.kind === "suppressed"
          ? await suppressors(result, members[0])
          : [],
    })),
  );
  return {
    holds: allHolds(judged, seen.deliveries),
    text: report(judged, {
      environment: environment.name,
      id,
      endsAt: new Date(until).toISOString(),
      waited: Math.round((Date.now() - from) / 1_000),
      deliveries: seen.deliveries,
      byReceiver: namesReceivers(before),
      members: { asked: members.length, all },
    }),
  };
}

/** State of all members at one moment. */
interface Seen {
  readonly outcomes: readonly (readonly [Expectation, Outcome])[];
  readonly deliveries: readonly Delivery[];
}

async function look(
  { members }: Run,
  expectations: readonly Expectation[],
  before: Counters,
  id: string,
): Promise<Seen> {
  const shown = await Promise.all(
    members.map(async ({ url, groups }) => ({
      url,
      alerts: (await groups("trial", id)).flatMap(({ alerts }) => alerts),
    })),
  );
  const outcomes = expectations.map((each) => {
    const sightings = shown.map(({ url, alerts }) => ({
      url,
      alert: alerts.find(({ labels }) => isSame(labels, each.labels)),
    }));
    return [each, outcome(each, sightings)] as const;
  });
  return {
    outcomes,
    deliveries: deliveries(
      outcomes.flatMap(([each, { kind }]) => (kind === "active" ? each : [])),
      since(before, await counters(members)),
      namesReceivers(before),
    ),
  };
}

const isSettled = ({ outcomes, deliveries }: Seen): boolean =>
  outcomes.every(([, { kind }]) => kind !== "unseen") &&
  deliveries.every(settled);

const isSame = (
  labels: Readonly<Record<string, string>>,
  wanted: Readonly<Record<string, string>>,
): boolean =>
  Object.keys(labels).length === Object.keys(wanted).length &&
  Object.entries(wanted).every(([name, value]) => labels[name] === value);

const counters = async (members: readonly Alertmanager[]): Promise<Counters> =>
  readCounters(await Promise.all(members.map(({ metrics }) => metrics())));

/**
 * Receivers whose group is still open from an earlier test alert, so that a notification waits for
 * the group interval.
 */
async function receiversWithTrials(
  members: readonly Alertmanager[],
): Promise<ReadonlySet<string>> {
  const groups = await Promise.all(
    members.map((member) => member.groups("alertname", TEST_ALERT)),
  );
  return new Set(groups.flat().map(({ receiver }) => receiver.name));
}

/**
 * Group wait of the running configuration for the alert, in milliseconds; undefined where nobody is
 * notified.
 */
function gathered(
  { labels, receiver, messages }: Expectation,
  running: RunningConfiguration,
  busy: ReadonlySet<string>,
): number {
  if (Object.keys(messages).length === 0) return 0;
  const { groupWait, groupInterval } = walk(running, labels);
  return readDuration(busy.has(receiver) ? groupInterval : groupWait);
}
