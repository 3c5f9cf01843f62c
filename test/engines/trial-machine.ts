import { execFileSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PATIENCE } from "../../engines/machine";
import type { Machine } from "../../engines/machine";
import { stillClock } from "./still-clock";
import type { StillClock } from "./still-clock";

/**
 * A made-up machine with a home and a `PATH` of its own, on which no Go and no engine is installed.
 */
export interface TrialMachine {
  /** Everything below it is removed by {@link TrialMachine.remove}. */
  readonly root: string;
  /** The only folder on its `PATH`; holds what it takes to unpack an archive. */
  readonly bin: string;
  /** Its clock, which a test advances. */
  readonly clock: StillClock;
  /** Every line it said. */
  readonly said: readonly string[];
  /** The machine, with further variables set. */
  readonly with: (variables?: Readonly<Record<string, string>>) => Machine;
  readonly remove: () => void;
}

const PROMTOOL = {
  module: "github.com/prometheus/prometheus",
  path: "cmd/promtool",
};

/** The module builds' heading, as Go writes it into a binary. */
export const moduleHeading = (
  version: string,
  { module, path } = PROMTOOL,
): string => `path\t${module}/${path}\nmod\t${module}\t${version}\th1:sum=\n`;

/** What a promtool built from its Go module prints about itself. */
export const MODULE_BUILD_OUTPUT =
  "promtool, version  (branch: , revision: unknown)\n  go version:       go1.26.8";

/** What a released promtool prints about itself. */
export const releaseOutput = (version: string): string =>
  `promtool, version ${version} (branch: HEAD, revision: 0a1b2c3)\n  go version:       go1.26.8`;

/**
 * Writes a program that prints a text and ends; `buildInformation` is in its file, never printed.
 */
export function writeProgram(
  path: string,
  output: string,
  buildInformation = "",
): string {
  return writeScript(
    path,
    `cat <<'OUTPUT'\n${output}\nOUTPUT\nexit 0\n${buildInformation}`,
  );
}

/** Writes an executable shell script. */
export function writeScript(path: string, body: string): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `#!/bin/sh\n${body}`);
  chmodSync(path, 0o755);
  return path;
}

/** Makes a {@link TrialMachine}, on which no time passes unless a test lets it. */
export function trialMachine(): TrialMachine {
  const root = mkdtempSync(join(tmpdir(), "trial-machine-"));
  const bin = join(root, "bin");
  mkdirSync(bin);
  for (const program of ["cat", "gzip", "tar"]) {
    const path = execFileSync("/bin/sh", ["-c", `command -v ${program}`]);
    symlinkSync(path.toString().trim(), join(bin, program));
  }
  const said: string[] = [];
  const clock = stillClock();
  return {
    root,
    bin,
    clock,
    said,
    with: (variables = {}) => ({
      variables: {
        PATH: bin,
        HOME: root,
        MONITORING_STACK_CACHE: join(root, "cache"),
        // A port that may not be fetched from, so that a download fails at once.
        MONITORING_STACK_RELEASES: "http://127.0.0.1:9",
        ...variables,
      },
      platform: { os: "linux", arch: "amd64" },
      patience: PATIENCE,
      clock,
      say: (line) => {
        said.push(line);
      },
    }),
    remove: () => {
      rmSync(root, { recursive: true, force: true });
    },
  };
}
