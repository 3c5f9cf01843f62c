import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { alertmanagerConfig } from "../../../alertmanager/alertmanager-config";
import { routingResults } from "../../../checks/routing/routing-results";
import { environments } from "../../../config/environments";
import { findEngine } from "../../../engines/find-engine";
import { services } from "../support/declared";
import { rememberedAnswers } from "../../support/remembered-answers";

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

/**
 * Does everything, as many things at once as there are cores. @returns the results in the order
 * given
 */
async function inParallel<T>(
  tasks: readonly (() => Promise<T>)[],
): Promise<readonly T[]> {
  const waiting = tasks.map((task, index) => ({ task, index })).reverse();
  const done = new Map<number, T>();
  const worker = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      done.set(next.index, await next.task());
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return [...done].sort(([a], [b]) => a - b).map(([, result]) => result);
}

it.each(environments.map((environment) => [environment.name, environment]))(
  "amtool leads every alert of %s to the receiver that it was followed to",
  async (name, environment) => {
    const config = alertmanagerConfig(environment, services);
    const path = join(folder, `${name}.yaml`);
    writeFileSync(path, JSON.stringify(config));
    const results = routingResults(environment, services, config);
    expect(results.length).toBeGreaterThan(155);
    const route = async (
      labels: Readonly<Record<string, string>>,
    ): Promise<string> => {
      const { stdout } = await run(amtool, [
        ...["config", "routes", "test", `--config.file=${path}`],
        "--enable-feature=utf8-strict-mode",
        ...Object.entries(labels).map(
          ([label, value]) => `${label}=${JSON.stringify(value)}`,
        ),
      ]);
      return stdout.trim().split("\n").at(-1) ?? "";
    };
    const { stdout: version } = await run(amtool, ["--version"]);
    const judged = await rememberedAnswers(
      [version, config, results.map(({ alert }) => alert.labels)],
      () =>
        inParallel(
          results.map(
            ({ alert }) =>
              () =>
                route(alert.labels),
          ),
        ),
    );
    expect(judged).toHaveLength(results.length);
    const disagreements = results.flatMap(
      ({ alert, arrival, besides }, index) => {
        const here = [...besides, arrival]
          .map(({ receiver }) => receiver)
          .join(",");
        return judged[index] === here
          ? []
          : `${JSON.stringify(alert.labels)}: amtool ${judged[index] ?? "nothing"}, here ${here}`;
      },
    );
    expect(disagreements).toEqual([]);
  },
  5 * 60 * 1000,
);
