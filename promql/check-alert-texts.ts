import type { Alert } from "../model/alert";
import type { Problem } from "../model/problem";
import { labelsOf } from "./labels";
import { readQuery } from "./read-query";
import type { SeriesCatalogue } from "./series-catalogue";

const TEMPLATE = /\{\{.*?\}\}/gs;
const LABEL = /(?:\$labels|\.Labels)\.([A-Za-z_]\w*)/g;

/**
 * A text names labels that the result of the expression has; any other is empty when a person reads it.
 * The labels that a rule adds to its alerts are no exception: texts are rendered before they are added.
 *
 * @param path of the alert
 * @see https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/#templating
 */
export function checkAlertTexts(
  path: string,
  alert: Alert,
  catalogue: SeriesCatalogue,
): readonly Problem[] {
  const named = (["summary", "description", "action"] as const).flatMap(
    (field) => labelsIn(alert[field] ?? "").map((label) => ({ field, label })),
  );
  if (named.length === 0) return [];
  const query = readQuery(alert.expr);
  const result = labelsOf(query, query.top, catalogue);
  if (result === "scalar" || result.names === "any") return [];
  const { names } = result;
  return named
    .filter(({ label }) => !names.has(label))
    .map(({ field, label }) => ({
      path: `${path} ${field}`,
      message: `names the label "${label}", which the result of the expression does not have`,
      allowed: [...names].sort().join(", ") || "none",
      next: "name one of these, or keep the label in the expression",
    }));
}

const labelsIn = (text: string): readonly string[] => [
  ...new Set(
    [...text.matchAll(TEMPLATE)].flatMap(([template]) =>
      [...template.matchAll(LABEL)].flatMap(([, label]) => label ?? []),
    ),
  ),
];
