import { join } from "node:path";
import type { Need } from "./skips";

/** A check that is one program: it passes or fails as a whole. */
export interface Part {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Show its output while it runs: it may take minutes. @default only when it fails */
  readonly live?: boolean;
  /**
   * A need that may be missing: it then exits with {@link NOT_CHECKED} and counts as skipped.
   * @default none
   */
  readonly needs?: Need;
}

/** Exit code of a part that found no fault but could not check everything. */
export const NOT_CHECKED = 3;

export const bin = (name: string): string => join("node_modules/.bin", name);

/** Finds or builds the engines first: a test would wait for a build without output. */
export const ENGINES_PART: Part = {
  name: "engines",
  command: process.execPath,
  args: ["--import", "tsx", "engines/install.ts"],
  live: true,
};

/**
 * Checks that take long or install something, run with `--whole` only: synthesis on cdktf's
 * successor, `terraform validate` of both stacks with the schemas of their providers, and every
 * incident of production with nothing remembered.
 */
export const WHOLE_PARTS: readonly Part[] = [
  {
    name: "terraform validate",
    command: process.execPath,
    args: ["--import", "tsx", "cli/check-terraform/main.ts"],
    live: true,
    needs: "Terraform providers",
  },
  {
    name: "terraform validate, of an example",
    command: process.execPath,
    args: [
      "--import",
      "tsx",
      "cli/check-terraform/main.ts",
      "--app",
      "examples/small-organisation/main.ts",
    ],
    live: true,
    needs: "Terraform providers",
  },
  {
    name: "incidents",
    command: process.execPath,
    args: [
      "--import",
      "tsx",
      "cli/incident/main.ts",
      "--all",
      "--production",
      "--check",
      "--no-cache",
    ],
    live: true,
  },
  {
    name: "cdktn",
    command: process.execPath,
    args: ["--import", "tsx", "cli/check-cdktn/main.ts"],
  },
];
