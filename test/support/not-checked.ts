import { createHash } from "node:crypto";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SHARED_FOLDER } from "./shared-folder";

/**
 * Says what is not checked, and why, once in a run, whichever files of tests miss it. The tests
 * that miss it count as skipped, each.
 */
export function sayNotChecked(text: string): void {
  if (isFirst(text)) process.stderr.write(`\nNOT CHECKED: ${text}\n\n`);
}

/** Whether no other file of tests has said it. */
function isFirst(text: string): boolean {
  const folder = process.env[SHARED_FOLDER];
  if (folder === undefined) return true;
  const name = createHash("sha256").update(text).digest("hex").slice(0, 16);
  const file = join(folder, `not-checked-${name}`);
  try {
    // Of all workers one alone makes the file.
    writeFileSync(file, text, { flag: "wx" });
    return true;
  } catch (error) {
    if (existsSync(file)) return false;
    throw error;
  }
}
