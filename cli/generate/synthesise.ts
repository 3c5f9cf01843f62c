import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Synthesises both environments into a folder of its own, hands it on and removes it.
 * @throws Error with the problems of the declarations, where there are any
 */
export function synthesised<T>(read: (outdir: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "monitoring-stack-generate-"));
  try {
    const outdir = join(folder, "cdktf.out");
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        "--single-threaded-gc",
        "--heap-growing-percent=60",
        "--import",
        "tsx",
        "main.ts",
      ],
      {
        encoding: "utf8",
        env: {
          ...process.env,
          CDKTF_OUTDIR: outdir,
          CHECKPOINT_DISABLE: "1",
        },
      },
    );
    if (status !== 0) throw new Error(`${stdout}${stderr}`.trim());
    return read(outdir);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
