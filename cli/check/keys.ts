import type { Closure } from "./closure";
import { hashOf } from "./tree";
import type { Tree } from "./tree";

/** Files that affect every check: package versions and the programs' settings. */
const SETTINGS =
  /^(?:\.npmrc|\.gitignore|\.prettierignore|eslint\.config\.mjs|jest\.config\.js|package(?:-lock)?\.json|tsconfig\.json|packages\/.*|.*\.d\.ts)$/;

/**
 * Cache keys: hashes of everything that the verdict on a file depends on. Each covers the machine,
 * the settings and file contents.
 *
 * @param machine what programs run: versions of Node.js, and the platform
 */
export interface Keys {
  /** The file alone: its format. */
  readonly ofFile: (path: string) => string;
  /**
   * The file and its imports, except some that are represented by another hash: for lint and tests.
   */
  readonly ofClosure: (
    path: string,
    without?: RegExp,
    instead?: string,
  ) => string;
  /** All files of a kind together: types. */
  readonly ofAll: (kind: RegExp) => string;
}

/** {@link Keys} in a tree. */
export function keysIn(tree: Tree, closure: Closure, machine: string): Keys {
  const settings = hashOf([
    machine,
    ...tree.paths
      .filter((path) => SETTINGS.test(path))
      .flatMap((path) => [path, tree.hash(path)]),
  ]);
  const keyOf = (paths: readonly string[], more: string): string =>
    hashOf([
      settings,
      more,
      ...paths.flatMap((path) => [path, tree.hash(path)]),
    ]);
  return {
    ofFile: (path) => keyOf([path], ""),
    ofClosure: (path, without, instead = "") =>
      keyOf(
        closure(path).filter((each) => without?.test(each) !== true),
        instead,
      ),
    ofAll: (kind) =>
      keyOf(
        tree.paths.filter((path) => kind.test(path)),
        "",
      ),
  };
}
