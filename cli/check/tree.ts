import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Folders with what is made of the sources, or what others wrote. */
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

/** The sources as they lie in a folder now; each file is read once, when it is asked for. */
export function treeIn(root: string): Tree {
  const bytes = new Map<string, Buffer>();
  const read = (path: string): Buffer => {
    const known = bytes.get(path);
    if (known !== undefined) return known;
    const content = readFileSync(join(root, path));
    bytes.set(path, content);
    return content;
  };
  return treeOf(walk(root, ""), read);
}

/** A tree of the paths given. */
export function treeOf(
  paths: readonly string[],
  read: (path: string) => Buffer,
): Tree {
  const known = new Set(paths);
  const hashes = new Map<string, string>();
  return {
    paths: [...paths].sort(),
    has: (path) => known.has(path),
    text: (path) => read(path).toString("utf8"),
    hash: (path) => {
      const found = hashes.get(path) ?? hashOf([read(path)]);
      hashes.set(path, found);
      return found;
    },
  };
}

/** SHA-256 of parts, each apart from the next. */
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
