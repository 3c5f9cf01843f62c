import type { Alert } from "../../model/alert";
import type { Problem } from "../../model/problem";
import { labelsOf } from "./labels";
import { readQuery } from "./read-query";
import type { SeriesCatalogue } from "./series-catalogue";
import { namedLabels, undeclaredAmong } from "./template-labels";

/**
 * A description says more than its summary. Texts may only name labels of the expression's result;
 * any other would be rendered empty. This includes labels that the rule itself adds, since texts
 * are rendered before those are added.
 *
 * @param path of the alert
 * @see https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/#templating
 */
export function checkAlertTexts(
  path: string,
  alert: Alert,
  catalogue: SeriesCatalogue,
): readonly Problem[] {
  return [
    ...checkRepeated(path, alert),
    ...checkNamedLabels(path, alert, catalogue),
  ];
}

/** A description that says what the summary says is read twice and helps nobody. */
function checkRepeated(
  path: string,
  { summary, description }: Alert,
): readonly Problem[] {
  const words = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9$]+/g, " ")
      .trim();
  return description !== undefined && words(description) === words(summary)
    ? [
        {
          path: `${path} description`,
          message: "repeats the summary",
          next: "say since when, how many of how many, and who is affected, or leave it out",
        },
      ]
    : [];
}

function checkNamedLabels(
  path: string,
  alert: Alert,
  catalogue: SeriesCatalogue,
): readonly Problem[] {
  const named = namedLabels(alert);
  if (named.length === 0) return [];
  const query = readQuery(alert.expr);
  const result = labelsOf(query, query.top, catalogue);
  if (result === "scalar" || result.names === "any") return [];
  return undeclaredAmong(path, named, result.names);
}
