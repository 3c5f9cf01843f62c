import type { AlertDefinition } from "../../model/alert";
import type { Problem } from "../../model/problem";

const TEMPLATE = /\{\{.*?\}\}/gs;
const LABEL = /(?:\$labels|\.Labels)\.([A-Za-z_]\w*)/g;

/** A label that a text of an alert uses. */
export interface NamedLabel {
  readonly field: "summary" | "description" | "action";
  readonly label: string;
}

/** All labels in the templates of an alert's texts. */
export const namedLabels = (alert: AlertDefinition): readonly NamedLabel[] =>
  (["summary", "description", "action"] as const).flatMap((field) =>
    labelsIn(alert[field] ?? "").map((label) => ({ field, label })),
  );

/**
 * Labels that the expression's result does not have: they would be rendered empty.
 *
 * @param path of the alert
 */
export const undeclaredAmong = (
  path: string,
  named: readonly NamedLabel[],
  names: ReadonlySet<string>,
): readonly Problem[] =>
  named
    .filter(({ label }) => !names.has(label))
    .map(({ field, label }) => ({
      path: `${path} ${field}`,
      message: `names the label "${label}", which the result of the expression does not have`,
      allowed: [...names].sort().join(", ") || "none",
      next: "name one of these, or keep the label in the expression",
    }));

const labelsIn = (text: string): readonly string[] => [
  ...new Set(
    [...text.matchAll(TEMPLATE)].flatMap(([template]) =>
      [...template.matchAll(LABEL)].flatMap(([, label]) => label ?? []),
    ),
  ),
];
