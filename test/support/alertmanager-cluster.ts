import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { ALERTMANAGER_CLUSTER } from "../../helm/kube-prometheus-stack/alertmanager-cluster";
import { milliseconds } from "../../model/duration";
import type { Duration } from "../../model/duration";
import { freePort, until } from "./loopback";

/** An alert as Prometheus posts it. */
export interface PostedAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly startsAt?: string;
  readonly endsAt?: string;
  /** Where it can be asked again. */
  readonly generatorURL?: string;
}

interface Member {
  readonly process: ChildProcess;
  readonly address: string;
}

/** What the members of a cluster have in common. */
export interface ClusterSettings {
  readonly engine: string;
  /** File of the configuration. */
  readonly config: string;
  /** Where each keeps its state in a folder of its own. */
  readonly folder: string;
  readonly size: number;
  /** How long a member waits for each one before it. */
  readonly peerTimeout: Duration;
  /** Its external URL in what it sends. @default an unreachable one */
  readonly externalUrl?: string;
  /** Features to switch on beside the one that production has. @default none */
  readonly features?: readonly string[];
  /** Whether errors of the members are shown among the results of tests. @default "shown" */
  readonly complaints?: "shown" | "hidden";
}

/** Real Alertmanagers on loopback that form a cluster, as many as an environment has. */
export class AlertmanagerCluster {
  private members: readonly Member[];

  private constructor(members: readonly Member[]) {
    this.members = members;
  }

  /** Starts the members and waits until each says that it is ready. */
  static async start({
    engine,
    config,
    folder,
    size,
    peerTimeout,
    externalUrl = "http://alertmanager.monitoring:9093",
    features = [],
    complaints = "shown",
  }: ClusterSettings): Promise<AlertmanagerCluster> {
    const web = await Promise.all(Array.from({ length: size }, freePort));
    const gossip = await Promise.all(Array.from({ length: size }, freePort));
    // The same ratio to the peer timeout as in an environment.
    const pushPullInterval = milliseconds(
      (peerTimeout.seconds *
        1000 *
        ALERTMANAGER_CLUSTER.pushPullInterval.seconds) /
        ALERTMANAGER_CLUSTER.peerTimeout.seconds,
    );
    const local = (port: number): string => `127.0.0.1:${String(port)}`;
    const members = web.map((port, index) => ({
      address: `http://${local(port)}`,
      process: spawn(
        engine,
        [
          `--config.file=${config}`,
          `--storage.path=${join(folder, `data-${String(index)}`)}`,
          `--web.listen-address=${local(port)}`,
          `--web.external-url=${externalUrl}`,
          // As the operator sets it: the route prefix does not follow the external URL.
          "--web.route-prefix=/",
          `--enable-feature=${["utf8-strict-mode", ...features].join(",")}`,
          "--log.level=error",
          ...(size === 1
            ? ["--cluster.listen-address="]
            : [
                `--cluster.listen-address=${local(gossip[index] ?? 0)}`,
                "--cluster.gossip-interval=50ms",
                `--cluster.peer-timeout=${peerTimeout.toString()}`,
                `--cluster.pushpull-interval=${pushPullInterval.toString()}`,
                ...gossip
                  .filter((_, other) => other !== index)
                  .map((other) => `--cluster.peer=${local(other)}`),
              ]),
        ],
        {
          stdio: [
            "ignore",
            "ignore",
            complaints === "shown" ? "inherit" : "ignore",
          ],
        },
      ),
    }));
    const cluster = new AlertmanagerCluster(members);
    try {
      await until("every member is ready", async () => {
        const answers = await Promise.all(
          members.map(({ address }) => fetch(`${address}/-/ready`)),
        );
        return answers.every(({ ok }) => ok);
      });
      if (size > 1) {
        // A member that has not settled delays its first notifications, so its group intervals are
        // shifted from then on: a change between its evaluation and the others' is notified twice.
        await until(
          "the members know each other and have settled",
          async () => {
            const answers = await Promise.all(
              members.map(async ({ address }) => {
                const answer = await fetch(`${address}/api/v2/status`);
                const { cluster: state } = (await answer.json()) as {
                  readonly cluster: {
                    readonly status: string;
                    readonly peers: readonly unknown[];
                  };
                };
                return state.status === "ready" && state.peers.length === size;
              }),
            );
            return answers.every((settled) => settled);
          },
        );
      }
    } catch (error) {
      await cluster.stop();
      throw error;
    }
    return cluster;
  }

  /** URLs of the members. */
  get addresses(): readonly string[] {
    return this.members.map(({ address }) => address);
  }

  /** Posts to every member, as Prometheus does. */
  async post(alerts: readonly PostedAlert[]): Promise<void> {
    await Promise.all(
      this.members.map(async ({ address }) => {
        const answer = await fetch(`${address}/api/v2/alerts`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(alerts),
        });
        if (!answer.ok) throw new Error(await answer.text());
      }),
    );
  }

  /** Has every member read its configuration again. */
  async reload(): Promise<void> {
    await Promise.all(
      this.members.map(async ({ address }) => {
        const answer = await fetch(`${address}/-/reload`, { method: "POST" });
        if (!answer.ok) throw new Error(await answer.text());
      }),
    );
  }

  /** Kills one member, like a machine that fails. */
  async kill(index: number): Promise<void> {
    const member = this.members[index];
    if (member === undefined) throw new RangeError(`member ${String(index)}`);
    this.members = this.members.filter((other) => other !== member);
    await kill(member.process);
  }

  async stop(): Promise<void> {
    // SIGKILL: a member that leaves the cluster gracefully takes seconds.
    await Promise.all(this.members.map((member) => kill(member.process)));
    this.members = [];
  }
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await ended;
}
