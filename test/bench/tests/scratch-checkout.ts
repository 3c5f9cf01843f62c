import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { cacheFolder } from "../../../engines/cache";
import { ENGINES } from "../../../engines/engines";

const BINDINGS = "packages/provider-grafana/lib";

/**
 * A copy of this checkout as it is, with a cache of its own that holds the engines and nothing
 * else.
 */
export interface ScratchCheckout {
  readonly folder: string;
  /** Variables that name its cache. */
  readonly variables: NodeJS.ProcessEnv;
  /** Writes another text in the place of one. @throws Error where the file has none */
  readonly change: (path: string, from: string, to: string) => void;
  readonly remove: () => void;
}

const git = (...args: readonly string[]): string =>
  execFileSync("git", args, { encoding: "utf8", maxBuffer: 2 ** 26 });

/** Makes one, with what is not committed too. */
export function scratchCheckout(): ScratchCheckout {
  const root = mkdtempSync(join(tmpdir(), "monitoring-stack-bench-"));
  const folder = join(root, "checkout");
  git("clone", "--quiet", ".", folder);
  // What is not committed is measured too.
  const changed = git("ls-files", "-moz", "--exclude-standard").split("\0");
  for (const path of changed.filter((each) => each !== "")) {
    if (existsSync(path)) cpSync(path, join(folder, path));
    else rmSync(join(folder, path));
  }
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  // Written by the installation beside them, and not committed.
  cpSync(BINDINGS, join(folder, BINDINGS), { recursive: true });
  return {
    folder,
    variables: { ...process.env, MONITORING_STACK_CACHE: enginesOnly(root) },
    change: (path, from, to) => {
      const file = join(folder, path);
      const text = readFileSync(file, "utf8");
      if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
      writeFileSync(file, text.replace(from, to));
    },
    remove: () => {
      rmSync(root, { recursive: true });
    },
  };
}

/** An empty cache. */
function enginesOnly(root: string): string {
  const cache = join(root, "cache");
  mkdirSync(cache);
  for (const name of Object.keys(ENGINES)) {
    const installed = join(cacheFolder(process.env), name);
    if (existsSync(installed)) symlinkSync(installed, join(cache, name));
  }
  return cache;
}
