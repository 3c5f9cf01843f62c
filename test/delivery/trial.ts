import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EnvironmentConfig } from "../../model/environment";
import { seconds } from "../../model/duration";
import { reached } from "../../reach/reached";
import type { Reached } from "../../reach/reached";
import { alertmanagerConfig } from "../../routing/alertmanager-config";
import {
  TEMPLATE_FILE,
  messageTemplates,
} from "../../routing/templates/message-templates";
import { services } from "../../services";
import { findEngine } from "../../tools/find-engine";
import { AlertmanagerCluster } from "../support/alertmanager-cluster";
import type { PostedAlert } from "../support/alertmanager-cluster";
import { SECRETS, writeTrialConfig } from "./trial-config";
import { Sink } from "./sink";

const PASSWORD = "the password of the mail server";
/** Every time of the tree is shorter by it: an hour is a minute. */
export const FACTOR = 60;
/**
 * How long a member of a cluster waits for each one before it. As long as a busy machine may need; the last of three still speaks before
 * the next step of the group.
 */
const PEER_TIMEOUT = seconds(2);
/** Time for the members that wait their turn to tell something again, if they did, in milliseconds. */
export const ALL_TURNS = 2_000 * PEER_TIMEOUT.seconds + 1_000;

/** An environment's Alertmanagers and everything that they tell. */
export interface Trial {
  readonly cluster: AlertmanagerCluster;
  readonly sink: Sink;
  /** Makes every named time now, or never, from now on. */
  readonly become: (intervals: "open" | "closed") => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts as many members as the environment has, or fewer, with its rendered configuration. */
export async function startTrial(
  environment: EnvironmentConfig,
  intervals: "open" | "closed",
  members = environment.alertmanager.replicas,
): Promise<Trial> {
  const engine = await findEngine("alertmanager");
  const folder = mkdtempSync(join(tmpdir(), "delivery-"));
  const sink = new Sink(SECRETS, {
    name: environment.smtp.user,
    password: PASSWORD,
  });
  await sink.start();
  const write = (named: "open" | "closed"): string =>
    writeTrialConfig(alertmanagerConfig(environment, services), {
      folder,
      sink,
      factor: FACTOR,
      intervals: named,
      password: PASSWORD,
      template: {
        file: TEMPLATE_FILE,
        text: messageTemplates(environment, services),
      },
    });
  const clean = async (): Promise<void> => {
    await sink.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const cluster = await AlertmanagerCluster.start(
      engine,
      write(intervals),
      folder,
      members,
      PEER_TIMEOUT,
    );
    return {
      cluster,
      sink,
      become: async (named) => {
        write(named);
        await cluster.reload();
      },
      stop: async () => {
        await cluster.stop();
        await clean();
      },
    };
  } catch (error) {
    await clean();
    throw error;
  }
}

/** One alert for each receiver of an environment, and where it is promised to arrive. */
export const oneForEachReceiver = (
  environment: EnvironmentConfig,
): readonly Reached[] => {
  const results = reached(
    environment,
    services,
    alertmanagerConfig(environment, services),
  ).filter(({ alert }) => alert.promised.kind !== "heartbeat");
  const seen = new Set<string>();
  return results.filter(({ alert, arrival }) => {
    // What reaches nobody is tried in every way in which it does.
    const key = `${arrival.receiver} ${arrival.receiver === "null" ? arrival.steps.join() : ""} ${alert.promised.kind}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};

/**
 * The alert as Prometheus posts it, firing for the rest of the trial. A condition and a name of its own keep others from inhibiting it and
 * tell it apart, where no route asks for them.
 */
export function posted(
  { alert }: Pick<Reached, "alert">,
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
export const toldOf = (
  { sink }: Trial,
  { labels }: PostedAlert,
): readonly string[] => {
  const name = labels["alertname"] ?? "";
  const exact = new RegExp(`(^|\\W)${name}(\\W|$)`);
  return sink.deliveries
    .filter(({ text, title }) => exact.test(`${title} ${text}`))
    .map(({ place, title }) => `${place}: ${title}`)
    .sort();
};
