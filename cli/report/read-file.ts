import { readFileSync } from "node:fs";
import { ReportError } from "../../reports/report-error";
import { causeOf } from "./cause-of";

/** The text of a file. @throws ReportError that says how to create it */
export function readFile(path: string, next: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new ReportError(`cannot read ${path}: ${causeOf(error)}`, next);
  }
}

/**
 * A secret that is mounted as a file, without the line's end that editors add. @throws ReportError
 * where there is none
 */
export function readSecretFile(path: string): string {
  const next = "make the Secret with this key: npm run preflight names it";
  const value = readFile(path, next).trim();
  if (value === "") throw new ReportError(`${path} is empty`, next);
  return value;
}
