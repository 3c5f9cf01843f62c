import { join } from "node:path";
import type { Need } from "./skips";

/** A part of the checks that is one program: it passes or fails as a whole. */
export interface Part {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Show what it says while it runs: it may take minutes. @default only when it fails */
  readonly live?: boolean;
  /**
   * What it may lack: it ends with {@link NOT_CHECKED} then, and is counted as skipped. @default
   * nothing
   */
  readonly needs?: Need;
}

/** Exit code of a part that found nothing wrong, and could not look at everything. */
export const NOT_CHECKED = 3;

export const bin = (name: string): string => join("node_modules/.bin", name);

/** Finds the engines, or builds them, before a test would have to wait for one without a word. */
export const ENGINES_PART: Part = {
  name: "engines",
  command: process.execPath,
  args: ["--import", "tsx", "engines/install.ts"],
  live: true,
};

/**
 * What takes long or installs something, and so is a part of the whole only: synthesises on cdktf's
 * successor as well, and has Terraform validate both stacks with the schemas of their providers.
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
    name: "cdktn",
    command: process.execPath,
    args: ["--import", "tsx", "cli/check-cdktn/main.ts"],
  },
];
