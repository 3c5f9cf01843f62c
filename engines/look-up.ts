import { accessSync, constants, statSync } from "node:fs";
import { delimiter, resolve } from "node:path";
import { cachedPath } from "./cache";
import type { Engine } from "./engines";
import type { Machine } from "./machine";
import { unsuitability } from "./suitability";

/** Where an engine is, or why it was not found, one reason per place searched. */
export type LookUp =
  | { readonly kind: "found"; readonly path: string }
  | { readonly kind: "missing"; readonly reasons: readonly string[] };

/** The variable that names an engine's program: `MONITORING_STACK_PROMTOOL`. */
export function overrideVariable(engine: Engine): string {
  return `MONITORING_STACK_${engine.name.toUpperCase()}`;
}

/**
 * Looks for an engine that is already on the machine: named by its variable, on `PATH` and new enough, or in the cache.
 * @throws Error when its variable names something that is no program: it was meant, so nothing else is taken instead
 */
export function lookUp(engine: Engine, machine: Machine): LookUp {
  const variable = overrideVariable(engine);
  const named = machine.variables[variable] ?? "";
  if (named !== "") {
    if (isProgram(named)) return { kind: "found", path: resolve(named) };
    throw new Error(
      `${variable} must be the path of a program, got ${named}; correct it, or unset it to have ${engine.name} ${engine.version} found`,
    );
  }
  const reasons = [`${variable}: not set`];
  const candidates = onPath(engine, machine);
  if (candidates.length === 0) reasons.push(`PATH: no ${engine.name}`);
  for (const path of candidates) {
    const fault = unsuitability(engine, path);
    if (fault === undefined) return { kind: "found", path };
    reasons.push(`PATH: ${fault}`);
  }
  const cached = cachedPath(engine, machine);
  if (isProgram(cached)) return { kind: "found", path: cached };
  return { kind: "missing", reasons: [...reasons, `cache: no ${cached}`] };
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
