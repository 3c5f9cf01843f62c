import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { alertmanagerConfig } from "../../alertmanager/alertmanager-config";
import type { AlertmanagerConfig } from "../../alertmanager/alertmanager-form";
import {
  messageTemplates,
  TEMPLATE_FILE,
} from "../../alertmanager/templates/message-templates";
import { findEngine } from "../../engines/find-engine";
import { seconds } from "../../model/duration";
import type { Duration } from "../../model/duration";
import type { EnvironmentConfig } from "../../model/environment";
import type { Service } from "../../model/service";
import { AlertmanagerCluster } from "./alertmanager-cluster";
import type { ClusterSettings } from "./alertmanager-cluster";
import { services as everyService } from "./declared";
import { SECRETS, writeLiveConfig } from "./live-alertmanager-config";
import type { Intervals, Timing } from "./live-alertmanager-config";
import { Sink } from "./sink";

const PASSWORD = "the password of the mail server";

/** How Alertmanagers are run here, besides the declarations. */
export interface LiveSettings extends Pick<
  ClusterSettings,
  "externalUrl" | "features" | "complaints"
> {
  /** @default every system */
  readonly services?: readonly Service[];
  /** @default 1 */
  readonly members?: number;
  /** @default "open" */
  readonly intervals?: Intervals;
  /** @default what is declared */
  readonly timing?: Timing;
  /** How long a member waits for each one before it. @default 2 seconds */
  readonly peerTimeout?: Duration;
}

/** An environment's Alertmanagers, which notify a sink instead of people. */
export interface LiveAlertmanager {
  /** Address of the first member. */
  readonly url: string;
  readonly cluster: AlertmanagerCluster;
  readonly sink: Sink;
  /** What it runs, with its secrets and addresses here. */
  readonly configuration: AlertmanagerConfig;
  /** Makes every named time interval active, or inactive, from now on. */
  readonly become: (intervals: Intervals) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/**
 * Starts Alertmanagers on loopback with the rendered configuration of an environment, and waits
 * until they are ready.
 */
export async function liveAlertmanager(
  environment: EnvironmentConfig,
  settings: LiveSettings = {},
): Promise<LiveAlertmanager> {
  const {
    services = everyService,
    members = 1,
    intervals = "open",
    timing = (_setting: string, declared: string) => declared,
    peerTimeout = seconds(2),
    ...others
  } = settings;
  const engine = await findEngine("alertmanager");
  const folder = mkdtempSync(join(tmpdir(), "alertmanager-"));
  const sink = new Sink(SECRETS, {
    name: environment.smtp.user,
    password: PASSWORD,
  });
  await sink.start();
  const write = (named: Intervals): string =>
    writeLiveConfig(alertmanagerConfig(environment, services), {
      folder,
      sink,
      timing,
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
    const config = write(intervals);
    const cluster = await AlertmanagerCluster.start({
      engine,
      config,
      folder,
      size: members,
      peerTimeout,
      ...others,
    });
    const [url = ""] = cluster.addresses;
    return {
      url,
      cluster,
      sink,
      configuration: JSON.parse(
        readFileSync(config, "utf8"),
      ) as AlertmanagerConfig,
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
