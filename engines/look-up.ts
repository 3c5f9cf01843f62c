import { accessSync, constants, statSync } from "node:fs";
import { delimiter, resolve } from "node:path";
import { cachedPath } from "./cache";
import type { Engine } from "./engines";
import type { Machine } from "./machine";
import { differenceOf, suitability, versionOf } from "./suitability";

/** Where an engine is, or why it was not found, one reason per place searched. */
export type LookUp =
  | {
      readonly kind: "found";
      readonly path: string;
      /**
       * Remark that its version differs from the pinned one, and its origin; empty where it does
       * not differ.
       */
      readonly remark: string;
    }
  | { readonly kind: "missing"; readonly reasons: readonly string[] };

/** The variable that names an engine's program: `MONITORING_STACK_PROMTOOL`. */
export function overrideVariable(engine: Engine): string {
  return `MONITORING_STACK_${engine.name.toUpperCase()}`;
}

/**
 * Looks for an engine that is already on the machine: named by its variable, on `PATH` and new
 * enough, or in the cache.
 * @throws Error when its variable names something that is no program: it was meant, so nothing else
 *   is taken instead
 */
export function lookUp(engine: Engine, machine: Machine): LookUp {
  const variable = overrideVariable(engine);
  const named = machine.variables[variable] ?? "";
  if (named !== "") {
    if (isProgram(named)) {
      const path = resolve(named);
      const version = versionOf(engine, path);
      return typeof version === "string"
        ? { kind: "found", path, remark: version }
        : found(engine, path, version.found, variable, differenceOf(version));
    }
    throw new Error(
      `${variable} must be the path of a program, got ${named}; correct it, or unset it to have ${engine.name} ${engine.version} found`,
    );
  }
  const reasons = [`${variable}: not set`];
  const candidates = onPath(engine, machine);
  if (candidates.length === 0) reasons.push(`PATH: no ${engine.name}`);
  for (const path of candidates) {
    const judged = suitability(engine, path);
    if (judged.kind === "suitable") {
      const { version, difference } = judged;
      return found(engine, path, version, "PATH", difference);
    }
    reasons.push(`PATH: ${judged.reason}`);
  }
  const cached = cachedPath(engine, machine);
  if (isProgram(cached)) return { kind: "found", path: cached, remark: "" };
  return { kind: "missing", reasons: [...reasons, `cache: no ${cached}`] };
}

function found(
  { name }: Engine,
  path: string,
  version: string,
  place: string,
  difference: string,
): LookUp {
  const remark =
    difference === "" ? "" : `${name} ${version} from ${place}, ${difference}`;
  return { kind: "found", path, remark };
}

function onPath(engine: Engine, machine: Machine): readonly string[] {
  return (machine.variables["PATH"] ?? "")
    .split(delimiter)
    .filter((folder) => folder !== "")
    .map((folder) => resolve(folder, engine.name))
    .filter(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
