import type { Closure } from "./closure";
import type { Keys } from "./keys";
import { isSelfContained } from "./self-contained";
import type { Units } from "./static-checks";
import type { Tree } from "./tree";

const TEST = /^test\/.*\.test\.ts$/;
/** Tests that start Alertmanagers as rendered and wait for their notifications. */
const DELIVERY = "test/config/delivery/";
/** What is declared: delivery reads it through what is rendered from it only. */
const DECLARED = /^config\//;

/** Whether tests wait most of their time. */
const waits = (path: string): boolean =>
  path.startsWith(DELIVERY) || path.endsWith("-live.test.ts");

/** Files of tests, in two runs side by side. */
export interface TestPlan {
  /** Files that mostly wait. */
  readonly waiting: readonly string[];
  readonly computing: readonly string[];
}

/** The files of tests, all or those whose path matches one of the patterns. */
export function testPlan(
  paths: readonly string[],
  patterns: readonly RegExp[],
): TestPlan {
  const files = paths.filter(
    (path) =>
      TEST.test(path) &&
      (patterns.length === 0 || patterns.some((pattern) => pattern.test(path))),
  );
  return {
    waiting: files.filter(waits),
    computing: files.filter((path) => !waits(path)),
  };
}

/**
 * The tests that can be cached, with their keys; all others run every time. A test can be cached if
 * none of its imports depends on the machine; delivery tests are cached by what is rendered.
 *
 * @param rendered hash of the input of the delivery tests and their engine; undefined where
 * rendering failed
 */
export const rememberable = (
  tree: Tree,
  closure: Closure,
  keys: Keys,
  rendered: string | undefined,
): Units =>
  new Map(
    tree.paths
      .filter((path) => TEST.test(path))
      .flatMap((path): readonly (readonly [string, string])[] => {
        if (isSelfContained(tree, closure(path))) {
          return [[path, keys.ofClosure(path)]];
        }
        return path.startsWith(DELIVERY) && rendered !== undefined
          ? [[path, keys.ofClosure(path, DECLARED, rendered)]]
          : [];
      }),
  );
