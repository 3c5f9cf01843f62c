import type { Problem } from "../../model/problem";
import { labelNamesOf } from "./labels";
import { isVariableName } from "./parseable-text";
import type { SeriesCatalogue } from "./series-catalogue";

/**
 * A legend may name the labels of the query's result; Grafana leaves the place of any other empty.
 *
 * @param path of the query
 */
export function checkLegend(
  path: string,
  { expr, legend = "" }: { readonly expr: string; readonly legend?: string },
  catalogue: SeriesCatalogue,
): readonly Problem[] {
  if (labelsNamed(legend).length === 0) return [];
  const names = labelNamesOf(expr, catalogue);
  if (names === "any") return [];
  // A variable may stand for any label.
  if ([...names].some(isVariableName)) return [];
  return legendProblems(path, legend, names);
}

const labelsNamed = (legend: string): readonly string[] =>
  [...legend.matchAll(/\{\{\s*([^}]*?)\s*\}\}/g)].map(
    ([, label = ""]) => label,
  );

/** Labels of a legend that the result lacks. */
export const legendProblems = (
  path: string,
  legend: string,
  names: ReadonlySet<string>,
): readonly Problem[] =>
  labelsNamed(legend)
    .filter((label) => !names.has(label))
    .map((label) => ({
      path: `${path} legend`,
      message: `the result has no label "${label}"`,
      allowed: [...names].sort().join(", ") || "none",
      next: "keep the label in the query, or take it out of the legend",
    }));
