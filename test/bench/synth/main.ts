import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { synthesisPart } from "./synthesis-part";
import type { Measurement, Row } from "./synthesis-part";

const SIZES = [10, 100, 1_000];

/**
 * Runs a program in a process of its own and measures the whole of it, start included. Its time is
 * that of the processor: both run on one thread, and what else the machine does counts little.
 */
function measure(program: string, count: number): Measurement {
  const folder = mkdtempSync(join(tmpdir(), "monitoring-stack-bench-"));
  try {
    const run = spawnSync(
      process.execPath,
      [
        "--max-old-space-size=8192",
        // As in cdktf.json, for both.
        "--single-threaded-gc",
        "--heap-growing-percent=60",
        "--import",
        "tsx",
        "--require",
        "./test/bench/synth/report-use.cjs",
        `test/bench/synth/${program}.ts`,
        String(count),
        join(folder, "out"),
      ],
      { encoding: "utf8", env: { ...process.env, CHECKPOINT_DISABLE: "1" } },
    );
    const [, microseconds, peak] =
      /^cpu-microseconds (\d+) peak-kibibytes (\d+)$/m.exec(run.stderr) ?? [];
    if (run.status !== 0 || microseconds === undefined) {
      throw new Error(`${program} ${String(count)} failed:\n${run.stderr}`);
    }
    return {
      seconds: Number(microseconds) / 1e6,
      mebibytes: Number(peak) / 1024,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
    // Or the disk would still be busy with it while the next program is measured.
    spawnSync("sync");
  }
}

const typed = process.argv.slice(2).map(Number);
const rows = (typed.length === 0 ? SIZES : typed).map((count): Row => {
  const row = {
    count,
    bare: measure("bare", count),
    ours: measure("ours", count),
  };
  console.error(`${String(count)} services measured`);
  return row;
});
console.log(synthesisPart(rows));
