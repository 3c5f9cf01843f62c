import type { Memory } from "./memory";
import type { StaticCheck, Units } from "./static-checks";

/** Paths to check, and those with a cached verdict. */
export interface Divided {
  readonly toJudge: readonly string[];
  /** Number of passed checks, by path. */
  readonly remembered: ReadonlyMap<string, number>;
}

/** Looks up each path in the cache; a path without key is checked in every run. */
export function divide(
  paths: readonly string[],
  units: Units,
  memory: Memory,
): Divided {
  const remembered = new Map<string, number>();
  for (const path of paths) {
    const key = units.get(path);
    const passed = key === undefined ? undefined : memory.recall(path, key);
    if (passed !== undefined) remembered.set(path, passed);
  }
  return { toJudge: paths.filter((path) => !remembered.has(path)), remembered };
}

/**
 * Paths that a program passed: all where it succeeded; where it found faults, those that its output
 * does not name. If it ended otherwise, none.
 */
export const soundPaths = (
  { namesFaults }: Pick<StaticCheck, "namesFaults">,
  paths: readonly string[],
  code: number | null,
  output: string,
): ReadonlyMap<string, number> =>
  new Map(
    paths
      .filter(
        (path) =>
          code === 0 || (code === 1 && namesFaults && !output.includes(path)),
      )
      .map((path) => [path, 1]),
  );

/**
 * Caches the passed paths. A path that was edited during the run is not cached: the verdict may be
 * about either version.
 *
 * @param before keys when the run began
 * @param after keys now
 */
export function keepSound(
  sound: ReadonlyMap<string, number>,
  before: Units,
  after: Units,
  memory: Memory,
): void {
  for (const [path, passed] of sound) {
    const key = before.get(path);
    if (key !== undefined && key === after.get(path)) {
      memory.keep(path, key, passed);
    }
  }
}
