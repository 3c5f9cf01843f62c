import { execFile, spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { freePort } from "../../support/loopback";

const run = promisify(execFile);

/** One series of a result. */
export interface ResultSeries {
  readonly metric: Readonly<Record<string, string>>;
  readonly values: readonly (readonly [number, string])[];
}

/** What a query took, as the engine itself counts. */
export interface Cost {
  readonly samples: number;
  readonly seconds: number;
}

/** A real Prometheus on a folder of blocks, on loopback, for as long as it is needed. */
export class Database {
  private process: ChildProcess | undefined;
  private address = "";
  private readonly folder: string;
  private readonly prometheus: string;
  private readonly promtool: string;

  constructor(folder: string, prometheus: string, promtool: string) {
    this.folder = folder;
    this.prometheus = prometheus;
    this.promtool = promtool;
  }

  /**
   * Makes few large blocks of an OpenMetrics file: offsets into hundreds of small ones would be
   * measured instead of rules.
   */
  async load(openMetrics: string): Promise<void> {
    await this.stop();
    await run(
      this.promtool,
      [
        "tsdb",
        "create-blocks-from",
        "--max-block-duration=162h",
        "openmetrics",
        "--quiet",
        openMetrics,
        join(this.folder, "data"),
      ],
      { maxBuffer: 64 * 1024 ** 2 },
    );
    rmSync(openMetrics);
  }

  /** The same of recorded series, as lines of OpenMetrics. */
  async loadLines(lines: readonly string[]): Promise<void> {
    const path = join(this.folder, "recorded.om");
    writeFileSync(path, `${lines.join("\n")}\n# EOF\n`);
    await this.load(path);
  }

  /**
   * Starts it, if it is not running. @throws Error with its output when it ends or does not answer
   * within a minute
   */
  async start(): Promise<void> {
    if (this.process !== undefined) return;
    const port = await freePort();
    const config = join(this.folder, "prometheus.yaml");
    writeFileSync(config, "{}\n");
    this.address = `http://127.0.0.1:${String(port)}`;
    const child = spawn(
      this.prometheus,
      [
        `--config.file=${config}`,
        `--storage.tsdb.path=${join(this.folder, "data")}`,
        "--storage.tsdb.retention.time=100y",
        `--web.listen-address=127.0.0.1:${String(port)}`,
        "--query.max-samples=1000000000",
        "--log.level=warn",
      ],
      { stdio: ["ignore", "ignore", "pipe"] },
    );
    this.process = child;
    let output = "";
    child.stderr.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
    for (let attempt = 0; attempt < 240; attempt += 1) {
      if (child.exitCode !== null)
        throw new Error(`prometheus ended: ${output}`);
      const answer = await fetch(`${this.address}/-/ready`).catch(
        () => undefined,
      );
      if (answer?.ok === true) return;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    throw new Error(`prometheus did not become ready: ${output}`);
  }

  /** Ends it and waits until it is gone. */
  async stop(): Promise<void> {
    const child = this.process;
    this.process = undefined;
    if (child?.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await ended;
  }

  /** Evaluates at one moment, as a rule would be. */
  async instant(
    expr: string,
    time: number,
  ): Promise<{
    readonly series: readonly ResultSeries[];
    readonly cost: Cost;
  }> {
    const { data } = await this.ask("query", {
      query: expr,
      time: String(time),
      stats: "all",
    });
    return {
      series: data.result.map(({ metric, value }) => ({
        metric,
        values: value === undefined ? [] : [value],
      })),
      cost: {
        samples: data.stats?.samples.totalQueryableSamples ?? 0,
        seconds: data.stats?.timings.evalTotalTime ?? 0,
      },
    };
  }

  /** Evaluates once a minute. */
  async everyMinute(
    expr: string,
    start: number,
    end: number,
  ): Promise<readonly ResultSeries[]> {
    const { data } = await this.ask("query_range", {
      query: expr,
      start: String(start),
      end: String(end),
      step: "60",
    });
    return data.result.map(({ metric, values = [] }) => ({ metric, values }));
  }

  private async ask(
    path: string,
    parameters: Readonly<Record<string, string>>,
  ): Promise<Answer> {
    await this.start();
    const answer = await fetch(`${this.address}/api/v1/${path}`, {
      method: "POST",
      body: new URLSearchParams(parameters),
    });
    const body = (await answer.json()) as Answer & { readonly error?: string };
    if (!answer.ok) {
      throw new Error(
        `${body.error ?? answer.statusText} in ${parameters["query"] ?? ""}`,
      );
    }
    return body;
  }
}

interface Answer {
  readonly data: {
    readonly result: readonly {
      readonly metric: Readonly<Record<string, string>>;
      readonly value?: readonly [number, string];
      readonly values?: readonly (readonly [number, string])[];
    }[];
    readonly stats?: {
      readonly timings: { readonly evalTotalTime: number };
      readonly samples: { readonly totalQueryableSamples: number };
    };
  };
}
