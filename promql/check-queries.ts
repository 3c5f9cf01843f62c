import type { Alert } from "../model/alert";
import type { Problem } from "../model/problem";
import type { ServiceDeclaration } from "../model/service";
import { checkExpression } from "./check-expression";
import type { ExpressionContext } from "./check-expression";
import { labelsOf } from "./labels";
import { parseableText } from "./parseable-text";
import { placeholdersOf } from "./placeholders";
import type { SeriesCatalogue } from "./series-catalogue";
import { syntaxTree } from "./syntax";

/** Labels that every alert carries, whatever its expression returns. */
const ALERT_LABELS = [
  "alertname",
  "system",
  "priority",
  "severity",
  "team",
  "condition",
];

/** Every mistake in the queries of a service: recording rules, alerts with their texts, panels. */
export function checkQueries(
  service: ServiceDeclaration,
  catalogue: SeriesCatalogue,
): readonly Problem[] {
  const context: ExpressionContext = {
    catalogue,
    system: service.key,
    namespace: service.namespace,
    readsAllSystems: service.key === "platform",
  };
  const at = `services/${service.key}`;
  return [
    ...service.recording.flatMap(({ rules }) =>
      rules.flatMap(({ record, expr }) =>
        problemsOf(`${at} recording rule "${record}"`, expr, context),
      ),
    ),
    ...service.alerts.flatMap((alert) => [
      ...problemsOf(`${at} alert "${alert.name}"`, alert.expr, context),
      ...checkThresholdNames(at, alert),
      ...checkTemplateLabels(at, alert, catalogue),
    ]),
    ...service.dashboards.flatMap((dashboard) =>
      dashboard.panels.flatMap((panel) =>
        panel.queries.flatMap(({ expr }, index) =>
          problemsOf(
            `${at} dashboard "${dashboard.uid}" panel "${panel.title}" query ${String(index + 1)}`,
            expr,
            context,
          ),
        ),
      ),
    ),
  ];
}

const problemsOf = (
  path: string,
  expr: string,
  context: ExpressionContext,
): readonly Problem[] =>
  checkExpression(expr, context).map(({ from, to, message, next }) => ({
    path: `${path} at ${String(from)}-${String(to)}`,
    message,
    next,
  }));

function checkThresholdNames(at: string, alert: Alert): readonly Problem[] {
  const path = `${at} alert "${alert.name}"`;
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

/** A text names labels that the alert will have; any other would be empty when a person reads it. */
function checkTemplateLabels(
  at: string,
  alert: Alert,
  catalogue: SeriesCatalogue,
): readonly Problem[] {
  const named = (["summary", "description", "action"] as const).flatMap(
    (field) =>
      [...(alert[field] ?? "").matchAll(/\$labels\.([A-Za-z_]\w*)/g)].flatMap(
        ([, label]) => (label === undefined ? [] : { field, label }),
      ),
  );
  if (named.length === 0) return [];
  const text = parseableText(alert.expr);
  const query = { text, top: syntaxTree(text) };
  const result = labelsOf(query, query.top, catalogue);
  if (result === "scalar" || result.names === "any") return [];
  const known = new Set([...result.names, ...ALERT_LABELS]);
  return named
    .filter(({ label }) => !known.has(label))
    .map(({ field, label }) => ({
      path: `${at} alert "${alert.name}" ${field}`,
      message: `names the label "${label}", which the alert does not have`,
      allowed: [...known].sort().join(", "),
      next: "name one of these, or keep the label in the expression",
    }));
}
