import { createHash } from "node:crypto";
import { copyFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { goVariables } from "./build-from-module";
import { cachedPath, placeWhole } from "./cache";
import { ENGINES } from "./engines";
import { withLock } from "./lock";
import { thisMachine } from "./machine";
import type { Machine } from "./machine";
import { withProgress } from "./progress";
import { runProgram } from "./run-program";

const SOURCE = join(__dirname, "notifications", "notifications_test.go");
const NAME = "notifications";

/**
 * The path of the program that runs Alertmanager's own notification pipeline under a false clock
 * (`notifications_test.go` beside this file). It is built with Go from the module of the pinned
 * Alertmanager, once for each version of either, and kept in the cache.
 *
 * @throws Error when there is no Go, or with Go's last lines
 * @see https://pkg.go.dev/testing/synctest
 */
export async function notificationsProgram(
  machine: Machine = thisMachine(),
): Promise<string> {
  const path = programPath(machine);
  if (existsSync(path)) return path;
  return withProgress(machine, NAME, (progress) =>
    withLock(
      `${path}.lock`,
      machine.patience.staleLock,
      () => {
        progress.step("waiting for another process that is building it");
      },
      async () => {
        if (existsSync(path)) return path;
        progress.step(
          "building Alertmanager's notification pipeline (go test -c); several minutes the first time",
        );
        return placeWhole(path, machine, (folder) => build(folder, machine));
      },
    ),
  );
}

/** Where it is kept: another one for each version of Alertmanager and of its source. */
function programPath(machine: Machine): string {
  const content = createHash("sha256")
    .update(readFileSync(SOURCE))
    .digest("hex")
    .slice(0, 12);
  const { version } = ENGINES.alertmanager;
  return cachedPath({ name: NAME, version: `${version}-${content}` }, machine);
}

async function build(folder: string, machine: Machine): Promise<string> {
  const { source } = ENGINES.alertmanager;
  if (source.kind !== "module") throw new Error("Alertmanager has no module");
  const go = (...args: readonly string[]) =>
    runProgram("go", args, { folder, variables: goVariables(machine) });
  copyFileSync(SOURCE, join(folder, "notifications_test.go"));
  await go("mod", "init", `tools/${NAME}`);
  await go("get", "-t", `${source.module}@${source.version}`, ".");
  const made = join(folder, NAME);
  await go("test", "-c", "-trimpath", "-ldflags", "-s -w", "-o", made, ".");
  return made;
}
