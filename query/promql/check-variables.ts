import type { DashboardVariable } from "../../model/dashboard";
import type { Problem } from "../../model/problem";
import { nearest } from "./nearest";
import type { SeriesCatalogue } from "./series-catalogue";

/**
 * A dashboard variable must offer the values of a label that a known metric has. Text variables are
 * not checked, and the labels of log streams are few and known.
 *
 * @param path of the dashboard
 */
export function checkVariable(
  path: string,
  variable: DashboardVariable,
  catalogue: SeriesCatalogue,
): readonly Problem[] {
  if (variable.kind === "typed" || variable.kind === "log-label") return [];
  const { name, metric, values } = variable;
  const at = `${path} variable "${name}"`;
  const facts = catalogue.get(metric);
  if (facts === undefined) {
    const guess = nearest(metric, catalogue.names());
    return [
      {
        path: at,
        message: `unknown metric "${metric}"`,
        next:
          guess === undefined
            ? "name one that the service declares"
            : `did you mean "${guess}"?`,
      },
    ];
  }
  const { names } = facts.labels;
  return names === "any" || names.has(values)
    ? []
    : [
        {
          path: at,
          message: `"${metric}" has no label "${values}"`,
          next: `it has ${[...names].sort().join(", ")}`,
        },
      ];
}
