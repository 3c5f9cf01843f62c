import { existsSync } from "node:fs";
import path from "node:path";

const reported = new Set<string>();

/**
 * The absolute path of a file of reference data that is kept beside the
 * repository, in `../shared/data`, and is too large or too foreign to be in it.
 *
 * Prints to standard error, once for each file, when it is absent: the check is then skipped, which
 * is not a pass.
 *
 * @param relativePath - Path below `../shared/data`.
 * @returns `undefined` when there is no such file.
 */
export function referenceData(relativePath: string): string | undefined {
  const file = path.resolve(
    __dirname,
    "../../../shared/data",
    ...relativePath.split("/"),
  );
  if (existsSync(file)) {
    return file;
  }
  if (!reported.has(relativePath)) {
    reported.add(relativePath);
    process.stderr.write(
      `\nNOT CHECKED: what compares with ${relativePath}, because there is no ${file}\n\n`,
    );
  }
  return undefined;
}
