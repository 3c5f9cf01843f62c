import { existsSync } from "node:fs";
import path from "node:path";
import { sayNotChecked } from "./not-checked";

/**
 * The absolute path of a file of reference data that is kept beside the
 * repository, in `../shared/data`, and is too large or too foreign to be in it.
 *
 * Says so on standard error, once in a run, when it is absent: a check
 * that needs it is then left out, and nobody should take that for a pass.
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
  sayNotChecked(
    `what compares with ${relativePath}, because there is no ${file}`,
  );
  return undefined;
}
