import { join } from "node:path";
import { copyModule } from "./copy-module";
import type { Engine, GoPackage } from "./engines";
import type { Machine } from "./machine";
import type { Progress } from "./progress";
import { runProgram } from "./run-program";

/**
 * Builds an engine from its published Go module, whose sources Go checks against its checksum
 * database. Takes minutes at first; Go keeps what it compiled.
 *
 * @param source the module, of an engine that may be built
 * @param folder an empty folder to work in
 * @returns the program's path in that folder
 * @throws Error when there is no Go, or with Go's last lines
 * @see https://go.dev/ref/mod#go-get
 */
export async function buildFromModule(
  engine: Engine,
  source: GoPackage,
  folder: string,
  machine: Machine,
  progress: Progress,
): Promise<string> {
  const { module, version, path, stubs } = source;
  const go = (...args: readonly string[]) =>
    runProgram("go", args, {
      folder,
      variables: goVariables(machine),
    });
  await go("mod", "init", `tools/${engine.name}`);
  progress.step(
    `fetching ${module} ${version} and what it needs (go get); several minutes the first time`,
  );
  await go("get", "-tool", `${module}/${path}@${version}`);
  if (stubs !== undefined) {
    const fetched = await go("list", "-m", "-f", "{{.Dir}}", module);
    copyModule(fetched.trim(), join(folder, COPY), stubs);
    // Go notes the version of what is replaced in the program all the same.
    await go("mod", "edit", `-replace=${module}=./${COPY}`);
  }
  progress.step("compiling (go build); several minutes the first time");
  const target = join(folder, engine.name);
  await go(
    "build",
    "-trimpath",
    "-ldflags",
    "-s -w",
    "-o",
    target,
    `${module}/${path}`,
  );
  return target;
}

const COPY = "source";

/**
 * What the build depends on is set here; where modules come from (GOPROXY, GONOSUMDB, …) stays the
 * person's own.
 */
export function goVariables(machine: Machine): NodeJS.ProcessEnv {
  return {
    ...machine.variables,
    CGO_ENABLED: "0",
    GOFLAGS: "-buildvcs=false",
    GO111MODULE: "on",
    GOWORK: "off",
    GOOS: machine.platform.os,
    GOARCH: machine.platform.arch,
    // Some distributions ship Go with "local", which refuses a module that asks for a newer Go
    // instead of fetching that.
    GOTOOLCHAIN: machine.variables["GOTOOLCHAIN"] ?? "auto",
  };
}
