import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Folders with generated output or third-party code. */
const MADE = new Set([
  ".gen",
  ".git",
  ".terraform",
  "cdktf.out",
  "coverage",
  "lib",
  "node_modules",
  "plans",
  "report-program",
]);

/** The sources: paths from the root, with `/`, and what stands in them. */
export interface Tree {
  /** Every path, sorted. */
  readonly paths: readonly string[];
  readonly has: (path: string) => boolean;
  /** @throws Error where there is no such file */
  readonly text: (path: string) => string;
  /** SHA-256 of a file's bytes. @throws Error where there is no such file */
  readonly hash: (path: string) => string;
}

/** A snapshot of the sources in a folder: later edits are not in it. */
export function treeIn(root: string): Tree {
  const content = new Map(
    walk(root, "").map((path) => [path, readFileSync(join(root, path))]),
  );
  return treeOf(content);
}

/** A tree of files by their path. */
export function treeOf(content: ReadonlyMap<string, Buffer>): Tree {
  const hashes = new Map<string, string>();
  const read = (path: string): Buffer => {
    const found = content.get(path);
    if (found === undefined) throw new Error(`there is no ${path}`);
    return found;
  };
  return {
    paths: [...content.keys()].sort(),
    has: (path) => content.has(path),
    text: (path) => read(path).toString("utf8"),
    hash: (path) => {
      const found = hashes.get(path) ?? hashOf([read(path)]);
      hashes.set(path, found);
      return found;
    },
  };
}

/** SHA-256 of parts, with delimiters between them. */
export function hashOf(parts: readonly (string | Buffer)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) {
    hash.update(`${String(part.length)}\n`).update(part);
  }
  return hash.digest("hex");
}

function walk(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap(
    (entry) => {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        return MADE.has(entry.name) ? [] : walk(root, path);
      }
      return entry.isFile() ? [path] : [];
    },
  );
}
