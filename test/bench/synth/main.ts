import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const SIZES = [10, 100, 1_000];

interface Measurement {
  readonly seconds: number;
  readonly mebibytes: number;
}

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
        "./bench/synth/report-memory.cjs",
        `bench/synth/${program}.ts`,
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

const rows = SIZES.map((count) => {
  const bare = measure("bare", count);
  const ours = measure("ours", count);
  return { count, bare, ours };
});

console.log(
  "| services | bare cdktf | this project | time ratio | memory ratio |",
);
console.log("| --- | --- | --- | --- | --- |");
for (const { count, bare, ours } of rows) {
  const cell = ({ seconds, mebibytes }: Measurement): string =>
    `${seconds.toFixed(1)} s, ${mebibytes.toFixed(0)} MiB`;
  console.log(
    `| ${String(count)} | ${cell(bare)} | ${cell(ours)} | ${(ours.seconds / bare.seconds).toFixed(2)} | ${(ours.mebibytes / bare.mebibytes).toFixed(2)} |`,
  );
}
const [, hundred, thousand] = rows;
if (hundred !== undefined && thousand !== undefined) {
  console.log(
    `\n1,000 services take ${(thousand.ours.seconds / hundred.ours.seconds).toFixed(1)} times what 100 take`,
  );
}
