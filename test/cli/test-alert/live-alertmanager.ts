import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { EnvironmentConfig } from "../../../model/environment";
import { alertmanagerConfig } from "../../../routing/alertmanager-config";
import { routingSecrets } from "../../../routing/secrets";
import {
  TEMPLATE_FILE,
  messageTemplates,
} from "../../../routing/templates/message-templates";
import { services } from "../../../services";
import { findEngine } from "../../../tools/find-engine";
import { freePort, until } from "../../support/loopback";
import { httpSink, mailSink } from "./sinks";
import type { HttpSink, MailSink } from "./sinks";

/** An Alertmanager with an environment's configuration that tells sinks instead of people. */
export interface LiveAlertmanager {
  readonly url: string;
  readonly sink: HttpSink;
  readonly mail: MailSink;
  readonly stop: () => Promise<void>;
}

/** What differs from the environment's own configuration beside the addresses. */
export interface Difference {
  /** How long a group that was told waits with news. @default what is declared */
  readonly groupInterval?: string;
  /** Whether it is always or never time to work. @default "always" */
  readonly businessHours?: "always" | "never";
  /** The ports at which this member and the other one of a cluster speak. @default no cluster */
  readonly cluster?: { readonly port: number; readonly peer: number };
  /** Arguments of the program. @default none */
  readonly args?: readonly string[];
}

/** Starts an Alertmanager on a port of this machine and waits until it answers. */
export async function liveAlertmanager(
  environment: EnvironmentConfig,
  difference: Difference = {},
): Promise<LiveAlertmanager> {
  const engine = await findEngine("alertmanager");
  const folder = mkdtempSync(join(tmpdir(), "alertmanager-"));
  const [sink, mail] = [await httpSink(), await mailSink()];
  const file = join(folder, "alertmanager.yaml");
  const rendered = alertmanagerConfig(environment, services);
  const config = {
    ...rendered,
    global: {
      ...rendered.global,
      pagerduty_url: `${sink.url}/pagerduty`,
      ...("smtp_smarthost" in rendered.global
        ? { smtp_smarthost: mail.host, smtp_require_tls: false }
        : {}),
    },
    templates: [join(folder, TEMPLATE_FILE)],
    time_intervals: rendered.time_intervals.map(({ name }) => ({
      name,
      time_intervals:
        difference.businessHours === "never"
          ? [{ years: ["1999"] }]
          : [{ weekdays: ["sunday:saturday"] }],
    })),
  };
  const secrets = join(folder, "secrets");
  writeFileSync(
    file,
    JSON.stringify(config)
      .replaceAll("/etc/alertmanager/secrets", secrets)
      .replace(/"group_wait":"[^"]*"/g, '"group_wait":"1s"')
      .replace(
        /"group_interval":"([^"]*)"/g,
        (_, declared: string) =>
          `"group_interval":"${difference.groupInterval ?? declared}"`,
      ),
  );
  writeFileSync(
    join(folder, TEMPLATE_FILE),
    messageTemplates(environment, services),
  );
  for (const { secret, key } of routingSecrets(environment, services)) {
    const path = join(secrets, secret, key);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${sink.url}/${secret}/${key}`);
  }
  const port = await freePort();
  const url = `http://127.0.0.1:${String(port)}`;
  const child = spawn(
    engine,
    [
      `--config.file=${file}`,
      `--storage.path=${join(folder, "data")}`,
      `--web.listen-address=127.0.0.1:${String(port)}`,
      ...clusterArguments(difference.cluster),
      ...(difference.args ?? []),
    ],
    { stdio: "ignore" },
  );
  const stop = async (): Promise<void> => {
    if (child.exitCode === null) {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGKILL");
      await ended;
    }
    await sink.close();
    await mail.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await until(
      `${url} answers`,
      async () => (await fetch(`${url}/-/ready`)).ok,
      30,
    );
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, sink, mail, stop };
}

const clusterArguments = (cluster: Difference["cluster"]): readonly string[] =>
  cluster === undefined
    ? ["--cluster.listen-address="]
    : [
        `--cluster.listen-address=127.0.0.1:${String(cluster.port)}`,
        `--cluster.advertise-address=127.0.0.1:${String(cluster.port)}`,
        `--cluster.peer=127.0.0.1:${String(cluster.peer)}`,
        "--cluster.peer-timeout=2s",
        "--cluster.gossip-interval=50ms",
      ];
