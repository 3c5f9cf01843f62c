import { closures } from "./closure";
import type { Closure } from "./closure";
import { keysIn } from "./keys";
import type { Keys } from "./keys";
import { treeIn } from "./tree";
import type { Tree } from "./tree";

/** The sources as they are at a moment. */
export interface Snapshot {
  readonly tree: Tree;
  readonly closure: Closure;
  readonly keys: Keys;
}

/** What runs every check, beside the packages that the lock file names. */
const MACHINE = `node ${process.version} ${process.platform} ${process.arch}`;

/** Reads the sources of this checkout. */
export function snapshot(): Snapshot {
  const tree = treeIn(".");
  const closure = closures(tree);
  return { tree, closure, keys: keysIn(tree, closure, MACHINE) };
}
