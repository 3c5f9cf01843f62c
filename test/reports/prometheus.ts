import { execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { findEngine } from "../../engines/find-engine";
import { freePort, until } from "../support/loopback";

const run = promisify(execFile);

/**
 * Runs queries on a real Prometheus with given samples.
 *
 * @param lines of OpenMetrics with times
 * @param instant in seconds since 1970
 * @returns the bodies of its answers, by query
 */
export async function answersOfPrometheus(
  lines: readonly string[],
  queries: readonly string[],
  instant: number,
): Promise<Readonly<Record<string, unknown>>> {
  const [promtool, prometheus] = await Promise.all([
    findEngine("promtool"),
    findEngine("prometheus"),
  ]);
  const folder = mkdtempSync(join(tmpdir(), "report-answers-"));
  const world = join(folder, "world.om");
  const config = join(folder, "prometheus.yaml");
  writeFileSync(world, `${lines.join("\n")}\n# EOF\n`);
  writeFileSync(config, "{}\n");
  await run(promtool, [
    "tsdb",
    "create-blocks-from",
    "--max-block-duration=162h",
    "openmetrics",
    "--quiet",
    world,
    join(folder, "data"),
  ]);
  const address = `127.0.0.1:${String(await freePort())}`;
  const child = spawn(
    prometheus,
    [
      `--config.file=${config}`,
      `--storage.tsdb.path=${join(folder, "data")}`,
      "--storage.tsdb.retention.time=100y",
      `--web.listen-address=${address}`,
      "--log.level=error",
    ],
    { stdio: ["ignore", "ignore", "inherit"] },
  );
  try {
    await until("Prometheus is ready", async () => {
      return (await fetch(`http://${address}/-/ready`)).ok;
    });
    const answers: Record<string, unknown> = {};
    for (const query of queries) {
      const response = await fetch(`http://${address}/api/v1/query`, {
        method: "POST",
        body: new URLSearchParams({ query, time: String(instant) }),
      });
      answers[query] = await response.json();
    }
    return answers;
  } finally {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}
