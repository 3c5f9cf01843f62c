import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readJestReport } from "./jest-report";
import type { JestReport } from "./jest-report";
import { bin } from "./parts";
import { withoutPaths } from "./without-paths";

/** How some files of tests are run. */
export interface JestRun {
  readonly paths: readonly string[];
  readonly variables: NodeJS.ProcessEnv;
  /** Where jest keeps transformed sources. */
  readonly cache: string;
  /** Its output: as it comes, or at its end where something failed. */
  readonly says: "at once" | "at the end";
}

/** Runs files of tests, with a worker for every core. */
export const runJest = ({
  paths,
  variables,
  cache,
  says,
}: JestRun): Promise<JestReport> =>
  new Promise((resolve) => {
    const folder = mkdtempSync(join(tmpdir(), "monitoring-stack-check-"));
    const report = join(folder, "jest.json");
    const child = spawn(
      bin("jest"),
      [
        "--json",
        `--outputFile=${report}`,
        `--cacheDirectory=${cache}`,
        "--maxWorkers=100%",
        "--runTestsByPath",
        ...paths,
      ],
      // jest prints its report of a run on stderr and the JSON on stdout.
      {
        // Read here, jest no longer sees whether its report is shown in a terminal.
        env: process.stderr.isTTY
          ? { FORCE_COLOR: "1", ...variables }
          : variables,
        stdio: ["ignore", "ignore", "pipe"],
      },
    );
    const output: string[] = [];
    const lines = withoutPaths((text) => {
      if (says === "at once") process.stderr.write(text);
      else output.push(text);
    });
    child.stderr.setEncoding("utf8").on("data", lines.take);
    child.on("error", (error) => {
      lines.take(error.message);
    });
    child.on("close", (code) => {
      lines.end();
      const found = readJestReport(report, process.cwd());
      rmSync(folder, { recursive: true, force: true });
      if (code !== 0) process.stderr.write(output.join(""));
      const uncounted = code !== 0 && found.tally.failed === 0;
      resolve(
        uncounted ? { ...found, tally: { ...found.tally, failed: 1 } } : found,
      );
    });
  });
