import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "yaml";
import type { RuleGroup } from "../../prometheus/rules/rule-group";
import { findEngine } from "../../engines/find-engine";
import { freePort, until } from "./loopback";

/** Something that is scraped. */
export interface Scrape {
  readonly job: string;
  /** Host and port. */
  readonly address: string;
  readonly path?: string;
  readonly interval?: string;
  readonly labels: Readonly<Record<string, string>>;
  /** URL that lists its targets, with their labels, over HTTP. @default the address is one */
  readonly discoveredAt?: string;
  /** How its samples are changed, as Prometheus writes it. @default not at all */
  readonly metricRelabelings?: readonly Readonly<
    Record<string, string | readonly string[]>
  >[];
}

/** What a Prometheus runs. */
export interface PrometheusSettings {
  readonly scrapes: readonly Scrape[];
  readonly groups: readonly RuleGroup[];
  /** Hosts and ports. */
  readonly alertmanagers: readonly string[];
  /** Labels on everything that leaves it. */
  readonly externalLabels: Readonly<Record<string, string>>;
  /** Word of its own notation: `90d`. */
  readonly retention: string;
  /** URL that takes a copy of each sample. @default there is none */
  readonly remoteWrite?: string;
}

/** A real Prometheus on loopback that scrapes and evaluates every second. */
export class LivePrometheus {
  readonly url: string;
  private readonly folder: string;
  private readonly child: ChildProcess;

  private constructor(url: string, folder: string, child: ChildProcess) {
    this.url = url;
    this.folder = folder;
    this.child = child;
  }

  /** Starts it and waits until it is ready. */
  static async start(settings: PrometheusSettings): Promise<LivePrometheus> {
    const engine = await findEngine("prometheus");
    const folder = mkdtempSync(join(tmpdir(), "prometheus-"));
    const port = String(await freePort());
    const url = `http://127.0.0.1:${port}`;
    write(folder, settings, port);
    const child = spawn(
      engine,
      [
        `--config.file=${join(folder, "prometheus.yaml")}`,
        `--storage.tsdb.path=${join(folder, "data")}`,
        `--storage.tsdb.retention.time=${settings.retention}`,
        `--web.listen-address=127.0.0.1:${port}`,
        "--web.enable-lifecycle",
        // Alerts sent before the Alertmanagers are discovered would be resent only after a minute.
        "--rules.alert.resend-delay=1s",
        "--log.level=error",
      ],
      // Failing targets are part of the tests.
      { stdio: "ignore" },
    );
    const live = new LivePrometheus(url, folder, child);
    try {
      await until("Prometheus is ready", async () => {
        if (child.exitCode !== null) return true;
        return (await fetch(`${url}/-/ready`)).ok;
      });
      if (child.exitCode !== null) throw new Error("Prometheus has ended");
    } catch (error) {
      await live.stop();
      throw error;
    }
    return live;
  }

  /** Reloads it with another configuration; its own metrics stay scraped. */
  async become(settings: PrometheusSettings): Promise<void> {
    write(this.folder, settings, new URL(this.url).port);
    const answer = await fetch(`${this.url}/-/reload`, { method: "POST" });
    if (!answer.ok) throw new Error(await answer.text());
  }

  async stop(): Promise<void> {
    const { child } = this;
    if (child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGKILL");
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The job and the label of the container are those of the chart's own monitor. */
function write(
  folder: string,
  settings: PrometheusSettings,
  ownPort: string,
): void {
  const itself: Scrape = {
    job: "kps-prometheus",
    address: `127.0.0.1:${ownPort}`,
    labels: { container: "prometheus", namespace: "monitoring" },
  };
  writeFileSync(
    join(folder, "rules.yaml"),
    stringify({ groups: settings.groups }, { aliasDuplicateObjects: false }),
  );
  writeFileSync(
    join(folder, "prometheus.yaml"),
    stringify({
      global: {
        scrape_interval: "1s",
        scrape_timeout: "1s",
        evaluation_interval: "1s",
        external_labels: settings.externalLabels,
      },
      rule_files: [join(folder, "rules.yaml")],
      alerting: {
        alertmanagers: [
          { static_configs: [{ targets: settings.alertmanagers }] },
        ],
      },
      scrape_configs: [itself, ...settings.scrapes].map(
        ({ path = "/metrics", interval = "1s", ...scrape }) => ({
          job_name: scrape.job,
          metrics_path: path,
          scrape_interval: interval,
          scrape_timeout: "1s",
          ...discovered(scrape),
          metric_relabel_configs: scrape.metricRelabelings ?? [],
        }),
      ),
      ...(settings.remoteWrite === undefined
        ? {}
        : { remote_write: [{ url: settings.remoteWrite }] }),
    }),
  );
}

const discovered = ({ address, labels, discoveredAt }: Scrape) =>
  discoveredAt === undefined
    ? { static_configs: [{ targets: [address], labels }] }
    : { http_sd_configs: [{ url: discoveredAt, refresh_interval: "1s" }] };
