import type { AlertDefinition } from "../../model/alert";
import type { Problem } from "../../model/problem";
import { placeholdersOf } from "./placeholders";

/** The thresholds of an alert and the names in its expression must be the same. */
export function checkThresholdNames(
  path: string,
  alert: AlertDefinition,
): readonly Problem[] {
  const declared = Object.keys(alert.thresholds ?? {});
  const used = new Set(placeholdersOf(alert.expr));
  return [
    ...[...used]
      .filter((name) => !declared.includes(name))
      .map((name) => ({
        path,
        message: `the expression names a threshold {${name}} that is not declared`,
        ...(declared.length === 0 ? {} : { allowed: declared.join(", ") }),
        next: "add it to thresholds",
      })),
    ...declared
      .filter((name) => !used.has(name))
      .map((name) => ({
        path,
        message: `threshold "${name}" is not used in the expression`,
        next: `write {${name}} where it belongs, or remove it`,
      })),
  ];
}
