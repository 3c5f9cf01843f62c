import type { Closure } from "./closure";
import { hashOf } from "./tree";
import type { Tree } from "./tree";

/**
 * Decide what every check makes of a source: which packages there are, and how each program is set.
 */
const SETTINGS =
  /^(?:\.npmrc|\.gitignore|\.prettierignore|eslint\.config\.mjs|jest\.config\.js|package(?:-lock)?\.json|tsconfig\.json|packages\/.*|.*\.d\.ts)$/;

/**
 * Keys of what the verdict on a file can hang on. Each names the machine's part, the settings and
 * contents.
 *
 * @param machine what programs run: versions of Node.js, and the platform
 */
export interface Keys {
  /** The file alone: its format. */
  readonly ofFile: (path: string) => string;
  /**
   * The file and what it leads to, without some, and with what stands for them: its lint, and
   * tests.
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
