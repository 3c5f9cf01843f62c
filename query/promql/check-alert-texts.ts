import type { Alert } from "../../model/alert";
import type { Problem } from "../../model/problem";
import { labelsOf } from "./labels";
import { readQuery } from "./read-query";
import type { SeriesCatalogue } from "./series-catalogue";
import { namedLabels, undeclaredAmong } from "./template-labels";

/**
 * Texts may only name labels of the expression's result; any other would be rendered empty. This
 * includes labels that the rule itself adds, since texts are rendered before those are added.
 *
 * @param path of the alert
 * @see https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/#templating
 */
export function checkAlertTexts(
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
