import type { Problem } from "../../model/problem";
import type { ReportQuery, ReportSection } from "../../model/report";
import type { Service } from "../../model/service";
import { checkExpression } from "./check-expression";
import { contextOf } from "./expression-context";
import type { ExpressionContext } from "./expression-context";
import { labelsOf } from "./labels";
import { hasVariable } from "./parseable-text";
import { readQuery } from "./read-query";
import type { SeriesCatalogue } from "./series-catalogue";

/**
 * Checks all report queries, section by section. Sections about an undeclared system are skipped.
 */
export const checkReportQueries = (
  services: readonly Service[],
  series: SeriesCatalogue,
): readonly Problem[] =>
  services.flatMap(({ key, reports = [] }) =>
    reports.flatMap((section) => {
      const path = `services/${key} report section "${section.title}"`;
      const system = services.find((other) => other.key === section.system);
      return [
        ...checkForm(path, section),
        ...(system === undefined
          ? []
          : section.queries.flatMap((query) =>
              checkQuery(
                `${path} query "${query.title}"`,
                query,
                contextOf(system, series),
              ),
            )),
      ];
    }),
  );

function checkForm(
  path: string,
  { reports, queries }: ReportSection,
): readonly Problem[] {
  const problems: Problem[] = [];
  if (reports.length === 0) {
    problems.push({
      path,
      message: "is not part of any report",
      next: "name the reports that have it",
    });
  }
  if (queries.length === 0) {
    problems.push({
      path,
      message: "asks nothing",
      next: "give it a query, or remove it",
    });
  }
  return problems;
}

function checkQuery(
  path: string,
  { expr, by = [] }: ReportQuery,
  context: ExpressionContext,
): readonly Problem[] {
  if (hasVariable(expr)) {
    return [
      {
        path,
        message: "uses a dashboard variable",
        next: "write the range or the value itself",
      },
    ];
  }
  const wrong = checkExpression(expr, context).map(
    ({ from, to, message, next }) => ({
      path: `${path} at ${String(from)}-${String(to)}`,
      message,
      next,
    }),
  );
  if (wrong.length > 0) return wrong;
  const query = readQuery(expr);
  const result = labelsOf(query, query.top, context.catalogue);
  const names = result === "scalar" ? new Set<string>() : result.names;
  if (names === "any") return [];
  return by
    .filter((label) => !names.has(label))
    .map((label) => ({
      path,
      message: `the column "${label}" is not a label of the result`,
      got: `{${[...names].sort().join(", ")}}`,
      next: `keep it: sum by (${label}) (…)`,
    }));
}
