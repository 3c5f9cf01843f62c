import { buildFromModule } from "./build-from-module";
import { cachedPath, cacheFault, placeInCache } from "./cache";
import { download } from "./download";
import { ENGINES } from "./engines";
import type { Engine, EngineName } from "./engines";
import { errorMessage } from "./error-message";
import { withLock } from "./lock";
import { lookUp, overrideVariable } from "./look-up";
import { thisMachine } from "./machine";
import type { Machine } from "./machine";
import { withProgress } from "./progress";
import type { Progress } from "./progress";

type Installer = (folder: string) => Promise<string>;

/** How an engine that is not on the machine is installed, in the order of the attempts. */
function installers(
  engine: Engine,
  machine: Machine,
  progress: Progress,
): readonly (readonly [string, Installer])[] {
  const { source } = engine;
  const released: readonly [string, Installer] = [
    "download",
    (folder) => download(engine, folder, machine, progress),
  ];
  if (source.kind === "release-only") return [released];
  return [
    released,
    [
      "build",
      (folder) => buildFromModule(engine, source, folder, machine, progress),
    ],
  ];
}

const found = new Map<EngineName, Promise<string>>();

/**
 * The path of an engine, installed into the cache when the machine has none; searched once per
 * process. The first build of one takes minutes and says so on stderr.
 *
 * @throws Error naming every place searched and what to install
 */
export function findEngine(name: EngineName): Promise<string> {
  const known = found.get(name);
  if (known !== undefined) return known;
  const search = searchEngine(ENGINES[name], thisMachine());
  found.set(name, search);
  return search;
}

/**
 * The path of an engine that is on the machine already; never downloads or builds.
 * @returns undefined when it has to be installed first
 * @throws Error when the engine's variable names something that is no program
 */
export function installedEngine(name: EngineName): string | undefined {
  const result = lookUp(ENGINES[name], thisMachine());
  return result.kind === "found" ? result.path : undefined;
}

/** {@link findEngine} on a given machine, without a cache. */
export async function searchEngine(
  engine: Engine,
  machine: Machine,
): Promise<string> {
  const first = lookUp(engine, machine);
  if (first.kind === "found") {
    if (first.remark !== "") machine.say(first.remark);
    return first.path;
  }

  const unwritable = cacheFault(engine, machine);
  if (unwritable !== undefined) {
    throw new Error(missing(engine, [...first.reasons, unwritable]));
  }
  const subject = `${engine.name} ${engine.version}`;
  return await withProgress(machine, subject, (progress) =>
    withLock(
      `${cachedPath(engine, machine)}.lock`,
      machine.patience.staleLock,
      () => {
        progress.step("waiting for another process that is installing it");
      },
      async () => {
        // The one waited for may have installed it.
        const again = lookUp(engine, machine);
        if (again.kind === "found") return again.path;
        return await install(engine, machine, progress, again.reasons);
      },
    ),
  );
}

async function install(
  engine: Engine,
  machine: Machine,
  progress: Progress,
  searched: readonly string[],
): Promise<string> {
  const reasons = [...searched];
  for (const [label, installer] of installers(engine, machine, progress)) {
    try {
      const path = await placeInCache(engine, machine, installer);
      progress.step(`installed as ${path}`);
      return path;
    } catch (error) {
      const reason = `${label}: ${errorMessage(error)}`;
      progress.step(reason);
      reasons.push(reason);
    }
  }
  throw new Error(missing(engine, reasons));
}

function missing(engine: Engine, reasons: readonly string[]): string {
  const { name, version, release, source } = engine;
  const project = release.folder.split("/").slice(0, 2).join("/");
  return [
    `${name} ${version} or newer is needed and could neither be found nor installed:`,
    ...reasons.map((reason) => `  ${reason.replaceAll("\n", "\n    ")}`),
    `Do one of these:`,
    `  put ${name} from https://github.com/${project}/releases on PATH, or name it in ${overrideVariable(engine)};`,
    source.kind === "module"
      ? `  install Go 1.24 or newer from https://go.dev/dl, so that it can be built from ${source.module} ${source.version}.`
      : `  name a mirror of https://github.com to download it from in MONITORING_STACK_RELEASES. It is never built here: ${source.reason}.`,
  ].join("\n");
}
