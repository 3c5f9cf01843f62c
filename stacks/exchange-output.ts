import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  rmdirSync,
} from "node:fs";
import { join } from "node:path";
import { Manifest } from "cdktf";
import * as v from "valibot";
import { fromJson } from "../input/json";

/** Beginning of the folder, within the output, that is written before it takes the place. */
const FRESH = ".new-";

/**
 * Replaces the output of the synthesis as a whole. It is written beside the previous one and takes
 * its place by renaming; where writing fails, the previous output stays as it was. Only what a
 * synthesis writes is replaced: what Terraform keeps in a stack's folder (`.terraform`, the lock
 * file, local and errored states) is not touched.
 *
 * @param out the folder of the output
 * @param write writes all of it into the folder that it is given
 * @throws whatever `write` throws
 */
export function exchangeOutput(
  out: string,
  write: (folder: string) => void,
): void {
  mkdirSync(out, { recursive: true });
  for (const left of readdirSync(out).filter((name) =>
    name.startsWith(FRESH),
  )) {
    rmSync(join(out, left), { recursive: true, force: true });
  }
  const fresh = mkdtempSync(join(out, FRESH));
  try {
    write(fresh);
    takePlace(fresh, out);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

function takePlace(fresh: string, out: string): void {
  const before = stacksIn(out);
  const after = readdirSync(join(fresh, Manifest.stacksFolder));
  const replaced = mkdtempSync(join(fresh, "replaced-"));
  for (const stack of after) {
    const from = join(fresh, Manifest.stacksFolder, stack);
    const to = join(out, Manifest.stacksFolder, stack);
    mkdirSync(to, { recursive: true });
    const written = readdirSync(from);
    for (const entry of new Set([...WRITTEN, ...written])) {
      const place = join(to, entry);
      // A folder cannot take the place of one that is not empty.
      if (existsSync(place)) {
        renameSync(place, join(replaced, `${stack} ${entry}`));
      }
      if (written.includes(entry)) renameSync(join(from, entry), place);
    }
  }
  renameSync(join(fresh, Manifest.fileName), join(out, Manifest.fileName));
  for (const stack of before) {
    if (!after.includes(stack)) removeWritten(out, stack);
  }
}

/**
 * What a synthesis writes into the folder of a stack, and the import blocks that a deployment puts
 * there for one plan: where it was killed, they must not stay.
 */
const WRITTEN = ["cdk.tf.json", "files", "assets", "recovery.tf.json"];

/** A stack that there is no more: its folder goes where Terraform keeps nothing in it. */
function removeWritten(out: string, stack: string): void {
  const folder = join(out, Manifest.stacksFolder, stack);
  for (const entry of WRITTEN) {
    rmSync(join(folder, entry), { recursive: true, force: true });
  }
  if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
}

const MANIFEST = v.object({ stacks: v.record(v.string(), v.unknown()) });

/** Stacks of the previous output by its manifest; none where there is no output, or half of one. */
function stacksIn(out: string): readonly string[] {
  const manifest = join(out, Manifest.fileName);
  if (!existsSync(manifest)) return [];
  try {
    return Object.keys(
      fromJson(MANIFEST, readFileSync(manifest, "utf8"), manifest).stacks,
    );
  } catch {
    return [];
  }
}
