import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readJestReport } from "./jest-report";
import type { JestReport } from "./jest-report";
import { bin } from "./parts";

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
        env: variables,
        stdio: ["ignore", "ignore", says === "at once" ? "inherit" : "pipe"],
      },
    );
    const output: Buffer[] = [];
    child.stderr?.on("data", (chunk: Buffer) => output.push(chunk));
    child.on("error", (error) => output.push(Buffer.from(error.message)));
    child.on("close", (code) => {
      const found = readJestReport(report, process.cwd());
      rmSync(folder, { recursive: true, force: true });
      if (code !== 0) process.stderr.write(Buffer.concat(output));
      const uncounted = code !== 0 && found.tally.failed === 0;
      resolve(
        uncounted ? { ...found, tally: { ...found.tally, failed: 1 } } : found,
      );
    });
  });
