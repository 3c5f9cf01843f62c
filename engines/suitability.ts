import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Engine, GoPackage } from "./engines";
import { isAtLeast, releaseIn } from "./version";

const VERSION_TIMEOUT_MS = 20_000;

/** Whether a program can serve as an engine. */
export type Suitability =
  | {
      readonly kind: "suitable";
      readonly version: string;
      /** Says how it differs from the pinned version; empty where it does not. */
      readonly difference: string;
    }
  | { readonly kind: "unsuitable"; readonly reason: string };

/** A program's version and the pinned one, both in the program's own notation. */
export interface FoundVersion {
  readonly found: string;
  readonly pinned: string;
}

/** Judges a program: it must run, print its version, and be as new as the pinned one. */
export function suitability(engine: Engine, path: string): Suitability {
  const version = versionOf(engine, path);
  if (typeof version === "string") {
    return { kind: "unsuitable", reason: version };
  }
  const { found, pinned } = version;
  return isAtLeast(found, pinned)
    ? {
        kind: "suitable",
        version: found,
        difference: differenceOf(version),
      }
    : {
        kind: "unsuitable",
        reason: `${path} is ${found}, older than ${pinned}`,
      };
}

/** How a version differs from the pinned one: `newer than the pinned 3.15.0`, or nothing. */
export function differenceOf({ found, pinned }: FoundVersion): string {
  if (!isAtLeast(found, pinned)) return `older than the pinned ${pinned}`;
  return isAtLeast(pinned, found) ? "" : `newer than the pinned ${pinned}`;
}

/**
 * The version of a program.
 * @returns a text where it has none: why, for people
 */
export function versionOf(engine: Engine, path: string): FoundVersion | string {
  const run = spawnSync(path, [engine.versionFlag], {
    encoding: "utf8",
    timeout: VERSION_TIMEOUT_MS,
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (run.error !== undefined) {
    return `${path} does not run (${run.error.message})`;
  }
  if (run.status !== 0) {
    return `${path} ${engine.versionFlag} ended with ${String(run.status ?? run.signal)}`;
  }
  const release = releaseIn(run.stdout);
  if (release !== undefined) return { found: release, pinned: engine.version };
  const { source } = engine;
  // Outside of its release build a program knows no release number, but Go notes the module's
  // version in it.
  const module =
    source.kind === "module" ? moduleVersion(path, source) : undefined;
  return module === undefined || source.kind !== "module"
    ? `${path} prints no version`
    : { found: module, pinned: source.version };
}

/**
 * Reads what `go version -m` shows, which needs no Go here: the build information is plain text in
 * the binary.
 * @see https://pkg.go.dev/runtime/debug#BuildInfo
 */
function moduleVersion(path: string, source: GoPackage): string | undefined {
  const binary = readFileSync(path);
  const heading = `path\t${source.module}/${source.path}\nmod\t${source.module}\t`;
  const start = binary.indexOf(heading);
  if (start === -1) return undefined;
  const rest = binary.toString("latin1", start + heading.length).slice(0, 200);
  const [version = ""] = rest.split(/[\t\n]/);
  return releaseIn(version) === undefined ? undefined : version;
}
