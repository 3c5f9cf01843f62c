import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { synthesisPart } from "./synthesis-part";
import type { Measurement, Row } from "./synthesis-part";

const SIZES = [10, 100, 1_000];

/** Runs a program in a process of its own and measures the whole of it, start included. */
function measure(program: string, count: number): Measurement {
  const folder = mkdtempSync(join(tmpdir(), "monitoring-stack-bench-"));
  try {
    const started = process.hrtime.bigint();
    const run = spawnSync(
      process.execPath,
      [
        "--max-old-space-size=8192",
        // As in cdktf.json, for both.
        "--single-threaded-gc",
        "--import",
        "tsx",
        "--require",
        "./test/bench/synth/report-memory.cjs",
        `test/bench/synth/${program}.ts`,
        String(count),
        join(folder, "out"),
      ],
      { encoding: "utf8", env: { ...process.env, CHECKPOINT_DISABLE: "1" } },
    );
    const seconds = Number(process.hrtime.bigint() - started) / 1e9;
    const peak = /^peak-kibibytes (\d+)$/m.exec(run.stderr)?.[1];
    if (run.status !== 0 || peak === undefined) {
      throw new Error(`${program} ${String(count)} failed:\n${run.stderr}`);
    }
    return { seconds, mebibytes: Number(peak) / 1024 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
    // Or the disk would still be busy with it while the next program is measured.
    spawnSync("sync");
  }
}

const rows = SIZES.map((count): Row => {
  const row = {
    count,
    bare: measure("bare", count),
    ours: measure("ours", count),
  };
  console.error(`${String(count)} services measured`);
  return row;
});
console.log(synthesisPart(rows));
