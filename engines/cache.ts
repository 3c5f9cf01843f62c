import {
  accessSync,
  chmodSync,
  constants,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { homedir } from "node:os";
import { dirname, isAbsolute, join, resolve } from "node:path";
import type { Engine } from "./engines";
import { errorMessage } from "./error-message";
import type { Machine } from "./machine";
import { suitability } from "./suitability";

const PARTIAL = "partial-";
const ABANDONED_AFTER_MS = 24 * 60 * 60 * 1_000;

/**
 * The folder that keeps installed engines, outside of any checkout: `MONITORING_STACK_CACHE`,
 * else `monitoring-stack` in `XDG_CACHE_HOME`, else `~/.cache/monitoring-stack`.
 * @see https://specifications.freedesktop.org/basedir-spec/latest/
 */
export function cacheFolder(variables: Machine["variables"]): string {
  const own = variables["MONITORING_STACK_CACHE"] ?? "";
  if (own !== "") return resolve(own);
  const xdg = variables["XDG_CACHE_HOME"] ?? "";
  // The specification has a relative path ignored.
  if (isAbsolute(xdg)) return join(xdg, "monitoring-stack");
  return join(variables["HOME"] ?? homedir(), ".cache", "monitoring-stack");
}

/**
 * Path of an installed engine of the pinned version. A file there is whole: it arrives by rename.
 */
export function cachedPath(
  engine: Pick<Engine, "name" | "version">,
  machine: Machine,
): string {
  const { os, arch } = machine.platform;
  const folder = cacheFolder(machine.variables);
  return join(
    folder,
    engine.name,
    `${engine.version}-${os}-${arch}`,
    engine.name,
  );
}

/**
 * Why nothing can be installed into the cache.
 * @returns undefined when it can be written, which makes its folders
 */
export function cacheFault(
  engine: Engine,
  machine: Machine,
): string | undefined {
  const folder = dirname(cachedPath(engine, machine));
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return undefined;
  } catch (error) {
    return `cache: cannot be written (${errorMessage(error)}); name another folder in MONITORING_STACK_CACHE`;
  }
}

/**
 * Makes a program in a folder of its own and moves it into the cache in one step, once it runs and
 * is new enough. Whatever goes wrong before leaves nothing at {@link cachedPath}.
 *
 * @param make makes the program in the folder it is given and returns its path
 * @throws Error when the program made cannot serve, and whatever `make` throws
 */
export const placeInCache = (
  engine: Engine,
  machine: Machine,
  make: (folder: string) => Promise<string>,
): Promise<string> =>
  placeWhole(cachedPath(engine, machine), machine, async (folder) => {
    const made = await make(folder);
    chmodSync(made, 0o755);
    const judged = suitability(engine, made);
    if (judged.kind === "unsuitable") throw new Error(judged.reason);
    return made;
  });

/**
 * Makes a file in a folder of its own and moves it into the cache in one step: what is there is
 * whole.
 *
 * @param target its path in the cache
 * @throws Error whatever `make` throws
 */
export async function placeWhole(
  target: string,
  machine: Machine,
  make: (folder: string) => Promise<string>,
): Promise<string> {
  const cache = cacheFolder(machine.variables);
  mkdirSync(dirname(target), { recursive: true });
  removeAbandoned(cache);
  const folder = mkdtempSync(join(cache, PARTIAL));
  try {
    renameSync(await make(folder), target);
    return target;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Clears what a process left that was killed while installing. */
function removeAbandoned(cache: string): void {
  for (const name of readdirSync(cache)) {
    if (!name.startsWith(PARTIAL)) continue;
    const folder = join(cache, name);
    const age =
      Date.now() -
      (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Infinity);
    if (age > ABANDONED_AFTER_MS) {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}
