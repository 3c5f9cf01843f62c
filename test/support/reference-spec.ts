import { existsSync } from "node:fs";
import path from "node:path";
import { sayNotChecked } from "./not-checked";

/**
 * The absolute path of a file of the specification, which is kept beside the
 * repository, in `../shared/spec`.
 *
 * Says so on standard error, once in a run, when it is absent: a check
 * that needs it is then left out, and nobody should take that for a pass.
 *
 * @param name - Name below `../shared/spec`.
 * @returns `undefined` when there is no such file.
 */
export function referenceSpec(name: string): string | undefined {
  const file = path.resolve(__dirname, "../../../shared/spec", name);
  if (existsSync(file)) {
    return file;
  }
  sayNotChecked(`what compares with ${name}, because there is no ${file}`);
  return undefined;
}
