import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Engine, GoPackage } from "./engines";
import { isAtLeast, releaseIn } from "./version";

const VERSION_TIMEOUT_MS = 20_000;

/**
 * Why a program cannot serve as an engine: it does not run, tells no version, or is older than the pinned one.
 * @returns undefined when it can
 */
export function unsuitability(
  engine: Engine,
  path: string,
): string | undefined {
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
  if (release !== undefined) {
    return olderThan(path, release, engine.version);
  }
  // Outside of its release build a program knows no release number, but Go notes the module's version in it.
  const module = moduleVersion(path, engine.source);
  return module === undefined
    ? `${path} tells no version`
    : olderThan(path, module, engine.source.version);
}

function olderThan(
  path: string,
  found: string,
  wanted: string,
): string | undefined {
  return isAtLeast(found, wanted)
    ? undefined
    : `${path} is ${found}, older than ${wanted}`;
}

/**
 * Reads what `go version -m` shows, which needs no Go here: the build information is plain text in the binary.
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
