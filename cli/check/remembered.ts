import type { Memory } from "./memory";
import type { StaticCheck, Units } from "./static-checks";

/** What is to be judged, and what was found good before with the same in sight. */
export interface Divided {
  readonly toJudge: readonly string[];
  /** Checks that passed then, by path. */
  readonly remembered: ReadonlyMap<string, number>;
}

/** Looks up what is known of each path; what has no key is judged in every run. */
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
 * What a program found nothing against: everything where it passed, and where it found something,
 * what it does not name. One that ended otherwise has judged nothing.
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
 * Keeps what was found good. What was edited while it was judged is not kept: nobody knows which of
 * the two was looked at.
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
