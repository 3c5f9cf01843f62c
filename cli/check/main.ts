import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { jestTally } from "./jest-tally";
import {
  ENGINES_PART,
  JEST_RUNS,
  PIPELINE_PARTS,
  STATIC_PARTS,
  lastLine,
  sum,
} from "./parts";
import type { Part, Tally } from "./parts";
import { unjudged, unjudgedLine } from "./unjudged";
import type { Unjudged } from "./unjudged";

const ENVIRONMENT = { ...process.env, CHECKPOINT_DISABLE: "1" };

/** Runs a part to its end; its output is shown when it fails. */
const runPart = (part: Part): Promise<Tally> =>
  new Promise((resolve) => {
    const started = Date.now();
    const child = spawn(part.command, part.args, { env: ENVIRONMENT });
    const output: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => {
      if (part.live) process.stderr.write(chunk);
      else output.push(chunk);
    });
    child.on("error", (error) => output.push(Buffer.from(error.message)));
    child.on("close", (code) => {
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      const passed = code === 0;
      console.log(
        `${passed ? "passed" : "FAILED"}  ${part.name} (${seconds} s)`,
      );
      if (!passed) console.log(Buffer.concat(output).toString());
      resolve({ passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 });
    });
  });

/** Runs jest with its own progress on the screen and counts its tests. */
const runJest = (
  args: readonly string[],
): Promise<{
  readonly tally: Tally;
  readonly without: readonly Unjudged[];
}> =>
  new Promise((resolve) => {
    const folder = mkdtempSync(join(tmpdir(), "monitoring-stack-check-"));
    const report = join(folder, "jest.json");
    const child = spawn(
      "node_modules/.bin/jest",
      ["--json", `--outputFile=${report}`, ...args],
      // jest prints its report of a run on stderr and the JSON on stdout.
      { env: ENVIRONMENT, stdio: ["ignore", "ignore", "inherit"] },
    );
    child.on("close", (code) => {
      const tally = jestTally(report);
      const without = unjudged(report);
      rmSync(folder, { recursive: true, force: true });
      const failedUncounted = code !== 0 && tally.failed === 0;
      resolve({
        tally: failedUncounted ? { ...tally, failed: 1 } : tally,
        without,
      });
    });
  });

async function main(): Promise<void> {
  const parts = [
    ...STATIC_PARTS,
    ENGINES_PART,
    ...(process.env["CI"] === "true" ? PIPELINE_PARTS : []),
  ];
  const tallies: Tally[] = [];
  for (const part of parts) tallies.push(await runPart(part));
  const asked = process.argv.slice(2);
  const missing: Unjudged[] = [];
  for (const args of asked.length > 0 ? [asked] : JEST_RUNS) {
    const { tally, without } = await runJest(args);
    tallies.push(tally);
    missing.push(...without);
  }
  for (const each of missing) console.log(unjudgedLine(each));
  const total = sum(tallies);
  console.log(lastLine(total));
  process.exitCode = total.failed === 0 ? 0 : 1;
}

void main();
