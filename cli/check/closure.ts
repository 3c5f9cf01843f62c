import { posix } from "node:path";
import type { Tree } from "./tree";

/** Suffixes tried for an import without extension; `""`: as written. */
const ENDINGS = ["", ".ts", ".js", ".json", "/index.ts"];
const SOURCE = /\.(?:[cm]?ts|[cm]?js)$/;

/**
 * Every quoted text that begins with a dot is taken for a module, whether it is imported, mocked or
 * joined to a path. A false positive only causes an unneeded re-run.
 */
const RELATIVE = /(["'`])(\.\.?(?:\/[^"'`\n]*)?)\1/g;

/** For a source: itself and all of its transitive relative imports, sorted. */
export type Closure = (path: string) => readonly string[];

/** Follows the relative paths that sources name. Packages are covered by the lock file. */
export function closures(tree: Tree): Closure {
  const direct = new Map<string, readonly string[]>();
  const named = (path: string): readonly string[] => {
    const known = direct.get(path);
    if (known !== undefined) return known;
    const found = SOURCE.test(path) ? namedIn(tree, path) : [];
    direct.set(path, found);
    return found;
  };
  return (path) => {
    const seen = new Set([path]);
    // Iterating over a set includes elements added meanwhile.
    for (const each of seen) for (const next of named(each)) seen.add(next);
    return [...seen].sort();
  };
}

function namedIn(tree: Tree, path: string): readonly string[] {
  const names = [...tree.text(path).matchAll(RELATIVE)].map(
    ([, , name = ""]) => name,
  );
  return [...new Set(names)].flatMap((name) => {
    const target = posix.join(posix.dirname(path), name).replace(/\/$/, "");
    const found = ENDINGS.map((ending) => `${target}${ending}`).find(tree.has);
    return found === undefined ? [] : [found];
  });
}
