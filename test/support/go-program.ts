import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";

/** A program in Go: what it writes for an input. */
export type GoProgram = (
  input: string,
  variables?: Readonly<Record<string, string>>,
) => string;

const FOLDER = join(__dirname, "go");

/**
 * A program of `test/support/go`, for what only Go can judge: its regular expressions, and Alloy's
 * own parser.
 *
 * Prints to standard error when it cannot be built, because Go or a module is missing: the check is
 * then skipped, which is not a pass.
 *
 * @returns `undefined` when it cannot be built.
 */
export function goProgram(name: string): GoProgram | undefined {
  const cwd = join(FOLDER, name);
  const built = spawnSync("go", ["build", "-o", "/dev/null", "."], {
    cwd,
    encoding: "utf8",
    timeout: 240_000,
  });
  if (built.status !== 0) {
    process.stderr.write(
      `\nNOT CHECKED: what test/support/go/${name} judges, because it cannot be built: ${built.error?.message ?? built.stderr}\n\n`,
    );
    return undefined;
  }
  return (input, variables = {}) =>
    execFileSync("go", ["run", "."], {
      cwd,
      encoding: "utf8",
      input,
      env: { ...process.env, ...variables },
      stdio: ["pipe", "pipe", "pipe"],
      timeout: 120_000,
    });
}
