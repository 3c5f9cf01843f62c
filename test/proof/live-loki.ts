import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PushedStream } from "../../proof/log-world";
import { lokiConfig, lokiRuntime } from "../../proof/loki-config";
import { ruleFile } from "../../prometheus/rules/rule-file";
import type { RuleGroup } from "../../prometheus/rules/rule-group";
import { freePort } from "../support/loopback";

/** An alert as the ruler sent it. */
export interface RecordedAlert {
  readonly tenant: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly resolved: boolean;
}

interface SentAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly endsAt: string;
}

/** The ruler's state of one rule. */
export interface RuleState {
  readonly health: string;
  readonly lastError?: string;
  /** Milliseconds since 1970. */
  readonly evaluated: number;
}

/**
 * A Loki of our own on loopback, and an endpoint in place of Alertmanager that writes down what
 * each tenant's ruler tells.
 */
export class LiveLoki {
  readonly recorded: RecordedAlert[] = [];
  private readonly folder = mkdtempSync(join(tmpdir(), "loki-"));
  private readonly sink: Server;
  private readonly engine: string;
  private child: ChildProcess | undefined;
  private address = "";
  private said = "";

  constructor(engine: string) {
    this.engine = engine;
    this.sink = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        this.record(request.url ?? "", Buffer.concat(chunks).toString("utf8"));
        response.end("{}");
      });
    });
  }

  async start(
    tenants: readonly string[],
    externalLabels: Readonly<Record<string, string>>,
  ): Promise<void> {
    await new Promise<void>((resolve) =>
      this.sink.listen(0, "127.0.0.1", resolve),
    );
    const { port } = this.sink.address() as AddressInfo;
    const loki = {
      folder: this.folder,
      http: await freePort(),
      grpc: await freePort(),
      rules: join(this.folder, "rules"),
      alertmanager: (tenant: string) =>
        `http://127.0.0.1:${String(port)}/${tenant}`,
      tenants,
      externalLabels,
    };
    mkdirSync(loki.rules);
    const config = join(this.folder, "loki.yaml");
    writeFileSync(config, lokiConfig(loki));
    writeFileSync(join(this.folder, "runtime.yaml"), lokiRuntime(loki));
    this.address = `http://127.0.0.1:${String(loki.http)}`;
    const child = spawn(this.engine, [`-config.file=${config}`], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.child = child;
    const keep = (chunk: Buffer) => {
      this.said = (this.said + chunk.toString("utf8")).slice(-4_000);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    // It accepts lines long before it reports ready, which takes a quarter of a minute.
    await this.until("it answers", async () => this.takesLines("of-nobody"));
  }

  /** Its address; every request names a tenant. */
  get url(): string {
    return this.address;
  }

  async stop(): Promise<void> {
    const { child } = this;
    if (child?.exitCode === null) {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGKILL");
      await ended;
    }
    this.sink.closeAllConnections();
    await new Promise((resolve) => this.sink.close(resolve));
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Writes a tenant's rules; the ruler loads them within a second or two. */
  writeRules(tenant: string, group: RuleGroup): void {
    const folder = join(this.folder, "rules", tenant);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "rules.yaml"), ruleFile([group]));
  }

  async push(tenant: string, streams: readonly PushedStream[]): Promise<void> {
    const response = await this.ask(tenant, "/loki/api/v1/push", {
      method: "POST",
      body: JSON.stringify({ streams }),
    });
    if (!response.ok) {
      throw new Error(`${tenant}: ${await response.text()}`);
    }
  }

  /** Seconds since 1970 at which a query has a sample, of all seconds from one to another. */
  async holds(
    tenant: string,
    expr: string,
    from: number,
    to: number,
  ): Promise<readonly number[]> {
    const parameters = new URLSearchParams({
      query: expr,
      start: String(from),
      end: String(to),
      step: "1s",
    });
    const response = await this.ask(
      tenant,
      `/loki/api/v1/query_range?${parameters.toString()}`,
    );
    const text = await response.text();
    if (!response.ok) throw new Error(`${tenant}: ${text}`);
    const { data } = JSON.parse(text) as {
      readonly data: {
        readonly result: readonly {
          readonly values: readonly (readonly [number, string])[];
        }[];
      };
    };
    return [
      ...new Set(
        data.result.flatMap(({ values }) => values.map(([second]) => second)),
      ),
    ].sort((left, right) => left - right);
  }

  /** Lines that a query shows, of all that were written since a time, in seconds since 1970. */
  async lines(
    tenant: string,
    query: string,
    since: number,
  ): Promise<readonly string[]> {
    const parameters = new URLSearchParams({ query, start: String(since) });
    const response = await this.ask(
      tenant,
      `/loki/api/v1/query_range?${parameters.toString()}`,
    );
    const text = await response.text();
    if (!response.ok) throw new Error(`${tenant}: ${text}`);
    const { data } = JSON.parse(text) as {
      readonly data: {
        readonly result: readonly {
          readonly values: readonly (readonly [string, string])[];
        }[];
      };
    };
    return data.result.flatMap(({ values }) => values.map(([, line]) => line));
  }

  /** The only rule of a tenant, once the ruler has evaluated it. */
  async ruleState(tenant: string): Promise<RuleState | undefined> {
    const response = await this.ask(tenant, "/prometheus/api/v1/rules");
    const { data } = (await response.json()) as {
      readonly data: {
        readonly groups: readonly {
          readonly rules: readonly {
            readonly health: string;
            readonly lastError?: string;
            readonly lastEvaluation: string;
          }[];
        }[];
      };
    };
    const rule = data.groups[0]?.rules[0];
    return rule === undefined
      ? undefined
      : { ...rule, evaluated: Date.parse(rule.lastEvaluation) };
  }

  /** Polls a condition for a minute at most. */
  async until(
    what: string,
    condition: () => Promise<boolean> | boolean,
  ): Promise<void> {
    const end = Date.now() + 60_000;
    while (Date.now() < end) {
      if (this.child?.exitCode !== null) break;
      if (await Promise.resolve(condition()).catch(() => false)) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error(
      `not within a minute: ${what}. Loki's last words:\n${this.said}`,
    );
  }

  private async takesLines(tenant: string): Promise<boolean> {
    await this.push(tenant, [
      {
        stream: { app: "nobody" },
        values: [[`${String(Date.now())}000000`, "hello", {}]],
      },
    ]);
    return true;
  }

  private ask(
    tenant: string,
    path: string,
    options: Pick<RequestInit, "method" | "body"> = {},
  ): Promise<Response> {
    return fetch(`${this.address}${path}`, {
      ...options,
      headers: {
        "content-type": "application/json",
        "X-Scope-OrgID": tenant,
      },
    });
  }

  private record(path: string, body: string): void {
    const [, tenant = "", ...rest] = path.split("/");
    if (rest.join("/") !== "api/v2/alerts") return;
    for (const { labels, annotations, endsAt } of JSON.parse(
      body,
    ) as readonly SentAlert[]) {
      this.recorded.push({
        tenant,
        labels,
        annotations,
        // A firing alert ends a few evaluations from now unless it is sent again.
        resolved: Date.parse(endsAt) <= Date.now(),
      });
    }
  }
}
