import type { Problem } from "../problem";
import type { Service } from "../service";
import { checkPanelKeys } from "./check-panel-keys";
import { repeated } from "./names";

/** Checks saved queries. Each is a panel with its own title, id, number and description. */
export function checkSavedQueries({
  key,
  logQueries = [],
  traceQueries = [],
}: Service): readonly Problem[] {
  const queries = [...logQueries, ...traceQueries];
  const path = (title: string): string =>
    `services/${key} saved query "${title}"`;
  return [
    ...repeated(queries.map(({ title }) => title)).map((title) => ({
      path: path(title),
      message: "the title is used twice",
      next: "rename one: they share a page",
    })),
    ...checkPanelKeys(`services/${key}`, "saved query", queries),
    ...queries.flatMap((query) =>
      (["title", "description", "expr"] as const)
        .filter((field) => query[field].trim() === "")
        .map((field) => ({
          path: path(query.title),
          message: `${field} must not be empty`,
          next: "write what the query shows",
        })),
    ),
  ];
}
