import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { production } from "../../environments/production";
import { alertmanagerConfig } from "../../routing/alertmanager-config";
import { ruleGroups } from "../../rules/rule-groups";
import { codeverify } from "../../services/codeverify";
import { platform } from "../../services/platform";
import { findEngine } from "../../tools/find-engine";

/** CodeVerify as if each of its promises were kept for each service. */
const perService = {
  ...codeverify,
  slos: codeverify.slos.map((slo) => ({ ...slo, dims: ["service"] })),
};

/** The labels of a tier's alert as its rule sets them, with those that Prometheus adds. */
function tier(
  name: string,
  slo: string,
  service: string,
): Readonly<Record<string, string>> {
  const rule = ruleGroups(perService, production)
    .slos.flatMap(({ rules }) => rules)
    .flatMap((each) => ("alert" in each ? [each] : []))
    .find(
      ({ labels }) => labels["burn_tier"] === name && labels["slo"] === slo,
    );
  if (rule === undefined) throw new Error(`${name} ${slo}`);
  return {
    ...rule.labels,
    alertname: rule.alert,
    environment: "production",
    service,
  };
}

let alertmanager: ChildProcess | undefined;
let address = "";
let folder = "";

beforeAll(
  async () => {
    const engine = await findEngine("alertmanager");
    folder = mkdtempSync(join(tmpdir(), "alertmanager-"));
    const config = alertmanagerConfig(production, [perService, platform]);
    // Nobody is to be told here: every receiver keeps its name and loses its integrations.
    const receivers = (
      config["receivers"] as readonly { readonly name: string }[]
    ).map(({ name }) => ({ name }));
    const path = join(folder, "alertmanager.yaml");
    writeFileSync(path, JSON.stringify({ ...config, receivers }));
    const port = await freePort();
    address = `http://127.0.0.1:${String(port)}/api/v2`;
    alertmanager = spawn(
      engine,
      [
        `--config.file=${path}`,
        `--storage.path=${join(folder, "data")}`,
        `--web.listen-address=127.0.0.1:${String(port)}`,
        "--cluster.listen-address=",
      ],
      { stdio: "ignore" },
    );
    await until(async () => (await fetch(`${address}/status`)).ok);
  },
  20 * 60 * 1000,
);
afterAll(async () => {
  const child = alertmanager;
  if (child?.exitCode === null) {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill();
    await ended;
  }
  if (folder !== "") rmSync(folder, { recursive: true, force: true });
});

it("tells of the fastest tier only, for each promise and each service apart", async () => {
  const told = [
    tier("1h", "api-availability", "a"),
    // Another service, and another promise: nothing faster speaks of these.
    tier("3d", "api-availability", "b"),
    tier("6h", "analysis-success", "a"),
  ];
  const silenced = [
    tier("6h", "api-availability", "a"),
    tier("1d", "api-availability", "a"),
    tier("3d", "api-availability", "a"),
    tier("1d", "analysis-success", "a"),
  ];
  await fetch(`${address}/alerts`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify([...told, ...silenced].map((labels) => ({ labels }))),
  });
  const wanted = [
    ...told.map((labels) => `${nameOf(labels)} active`),
    ...silenced.map((labels) => `${nameOf(labels)} suppressed`),
  ].sort();
  let found: readonly string[] = [];
  await until(async () => {
    const alerts = (await (await fetch(`${address}/alerts`)).json()) as {
      readonly labels: Readonly<Record<string, string>>;
      readonly status: { readonly state: string };
    }[];
    found = alerts
      .map(({ labels, status }) => `${nameOf(labels)} ${status.state}`)
      .sort();
    return found.join() === wanted.join();
  }).catch(() => undefined);
  expect(found).toEqual(wanted);
}, 60_000);

const nameOf = (labels: Readonly<Record<string, string>>): string =>
  ["slo", "service", "burn_tier"].map((name) => labels[name] ?? "").join(" ");

/** Asks until it is so, for half a minute at most. */
async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 120; attempt += 1) {
    if (await condition().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error("it did not become so within 30 seconds");
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const bound = server.address();
      server.close(() => {
        if (bound === null || typeof bound === "string") {
          reject(new Error("no port"));
        } else resolve(bound.port);
      });
    });
  });
