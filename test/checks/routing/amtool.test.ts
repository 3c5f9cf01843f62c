import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { environments } from "../../../config/environments";
import { reached } from "../../../checks/routing/reached";
import { alertmanagerConfig } from "../../../alertmanager/alertmanager-config";
import { services } from "../../support/declared";
import { findEngine } from "../../../engines/find-engine";

const run = promisify(execFile);

let amtool = "";
let folder = "";
beforeAll(
  async () => {
    amtool = await findEngine("amtool");
    folder = mkdtempSync(join(tmpdir(), "reach-"));
  },
  20 * 60 * 1000,
);
afterAll(() => {
  if (folder !== "") rmSync(folder, { recursive: true });
});

it.each(environments.map((environment) => [environment.name, environment]))(
  "amtool leads every alert of %s to the receiver that it was followed to",
  async (name, environment) => {
    const config = alertmanagerConfig(environment, services);
    const path = join(folder, `${name}.yaml`);
    writeFileSync(path, JSON.stringify(config));
    const results = reached(environment, services, config);
    expect(results.length).toBeGreaterThan(155);
    const waiting = [...results];
    const disagreements: string[] = [];
    const worker = async (): Promise<void> => {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const { alert, arrival } = next;
        const { stdout } = await run(amtool, [
          "config",
          "routes",
          "test",
          `--config.file=${path}`,
          "--enable-feature=utf8-strict-mode",
          ...Object.entries(alert.labels).map(
            ([label, value]) => `${label}=${JSON.stringify(value)}`,
          ),
        ]);
        const judged = stdout.trim().split("\n").at(-1) ?? "";
        if (judged !== arrival.receiver) {
          disagreements.push(
            `${JSON.stringify(alert.labels)}: amtool ${judged}, here ${arrival.receiver}`,
          );
        }
      }
    };
    await Promise.all(
      Array.from({ length: availableParallelism() }, () => worker()),
    );
    expect(disagreements).toEqual([]);
  },
  5 * 60 * 1000,
);
