import { existsSync } from "node:fs";
import path from "node:path";

const reported = new Set<string>();

/**
 * The absolute path of a file of the specification, which is kept beside the
 * repository, in `../shared/spec`.
 *
 * Prints to standard error, once for each file, when it is absent: the check is then skipped, which
 * is not a pass.
 *
 * @param name - Name below `../shared/spec`.
 * @returns `undefined` when there is no such file.
 */
export function referenceSpec(name: string): string | undefined {
  const file = path.resolve(__dirname, "../../../shared/spec", name);
  if (existsSync(file)) {
    return file;
  }
  if (!reported.has(name)) {
    reported.add(name);
    process.stderr.write(
      `\nNOT CHECKED: what compares with ${name}, because there is no ${file}\n\n`,
    );
  }
  return undefined;
}
