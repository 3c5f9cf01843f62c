import { createHash } from "node:crypto";
import { copyFileSync, existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { goVariables } from "./build-from-module";
import { cachedPath, placeWhole } from "./cache";
import type { Engine } from "./engines";
import { withLock } from "./lock";
import type { Machine } from "./machine";
import { withProgress } from "./progress";
import { runProgram } from "./run-program";

/** A program of this folder that runs the packages of an engine. */
export interface GoProgram {
  /** Of the program in the cache. */
  readonly name: string;
  /** The path of its only file, a Go test. */
  readonly source: string;
  /** The engine whose module it is built with. */
  readonly engine: Engine;
  /** What is built, for people who wait for it. */
  readonly what: string;
}

/**
 * The path of a program that is built with Go from the module of a pinned engine, once for each
 * version of either, and kept in the cache.
 *
 * @throws Error when there is no Go, or with Go's last lines
 */
export async function goProgram(
  program: GoProgram,
  machine: Machine,
): Promise<string> {
  const path = programPath(program, machine);
  if (existsSync(path)) return path;
  return withProgress(machine, program.name, (progress) =>
    withLock(
      `${path}.lock`,
      machine.patience.staleLock,
      () => {
        progress.step("waiting for another process that is building it");
      },
      async () => {
        if (existsSync(path)) return path;
        progress.step(
          `building ${program.what} (go test -c); several minutes the first time`,
        );
        return placeWhole(path, machine, (folder) =>
          build(program, folder, machine),
        );
      },
    ),
  );
}

/** Where it is kept: another one for each version of the engine and of its source. */
function programPath(
  { name, source, engine }: GoProgram,
  machine: Machine,
): string {
  const content = createHash("sha256")
    .update(readFileSync(source))
    .digest("hex")
    .slice(0, 12);
  return cachedPath({ name, version: `${engine.version}-${content}` }, machine);
}

async function build(
  { name, source, engine }: GoProgram,
  folder: string,
  machine: Machine,
): Promise<string> {
  if (engine.source.kind !== "module") {
    throw new Error(`${engine.name} has no module`);
  }
  const go = (...args: readonly string[]) =>
    runProgram("go", args, { folder, variables: goVariables(machine) });
  copyFileSync(source, join(folder, basename(source)));
  await go("mod", "init", `tools/${name}`);
  await go(
    "get",
    "-t",
    `${engine.source.module}@${engine.source.version}`,
    ".",
  );
  const made = join(folder, name);
  await go("test", "-c", "-trimpath", "-ldflags", "-s -w", "-o", made, ".");
  return made;
}
