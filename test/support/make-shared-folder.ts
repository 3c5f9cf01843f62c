import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SHARED_FOLDER } from "./shared-folder";

/** Before the first test of a run; workers inherit the variable. */
export default function makeSharedFolder(): void {
  process.env[SHARED_FOLDER] = mkdtempSync(
    join(tmpdir(), "monitoring-stack-tests-"),
  );
}
