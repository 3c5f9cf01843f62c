import type { Alert } from "../../model/alert";
import { mostValues } from "../../model/label-values";
import type { Problem } from "../../model/problem";
import { checkExpression } from "./check-expression";
import type { ExpressionContext } from "./expression-context";
import { problemAt } from "./finding";
import { labelsOf } from "./labels";
import { readQuery } from "./read-query";
import type { LabelSet } from "./series-catalogue";
import { textQueries, unreadQueries } from "./text-queries";
import type { TextQuery } from "./text-queries";

/**
 * The queries in an alert's texts read what exists, and find one number: of several Prometheus
 * writes any one.
 *
 * @param path of the alert
 * @see https://prometheus.io/docs/prometheus/latest/configuration/template_reference/#queries
 */
export function checkTextQueries(
  path: string,
  alert: Alert,
  context: ExpressionContext,
): readonly Problem[] {
  return [
    ...unreadQueries(alert).map((field) => ({
      path: `${path} ${field}`,
      message: "has a query that cannot be read, so nothing checks it",
      next: 'write it as one text: {{ with printf "x{pod=%q}" $labels.pod | query }}',
    })),
    ...textQueries(alert).flatMap((query) => {
      const at = `${path} ${query.field} query "${query.expr}"`;
      const findings = checkExpression(query.expr, context);
      return findings.length > 0
        ? findings.map((finding) => problemAt(at, finding))
        : [...checkFilled(at, query), ...checkOne(at, query, context)];
    }),
  ];
}

const checkFilled = (
  path: string,
  { filled }: TextQuery,
): readonly Problem[] =>
  filled
    ? []
    : [
        {
          path,
          message: "does not have a value for each %q",
          next: "give printf as many labels as the text has %q",
        },
      ];

function checkOne(
  path: string,
  { expr, fixed }: TextQuery,
  { catalogue }: ExpressionContext,
): readonly Problem[] {
  const query = readQuery(expr);
  const result = labelsOf(query, query.top, catalogue);
  if (result === "scalar" || result.names === "any") return [];
  const free = [...result.names]
    .filter((label) => !fixed.has(label) && !hasOneValue(result, label))
    .sort();
  return free.length === 0
    ? []
    : [
        {
          path,
          message: `finds a number for each ${free.join(", ")}, of which the message shows any one`,
          next: `aggregate them, or select by the alert's own labels: {${free.map((label) => `${label}=%q`).join(", ")}}`,
        },
      ];
}

/** Every recorded series has the system that records it. */
function hasOneValue({ values }: LabelSet, label: string): boolean {
  const known = values?.get(label);
  return known !== undefined && mostValues(known) <= 1;
}
