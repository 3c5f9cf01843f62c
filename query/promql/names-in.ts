import { selectorOf } from "./tree";
import type { Query } from "./tree";

/** Names of the series that a query reads, in order. */
export function namesIn(query: Query): readonly string[] {
  const names: string[] = [];
  query.top.cursor().iterate((found) => {
    if (found.name !== "VectorSelector") return;
    const selected = selectorOf(query, found.node).name;
    if (selected !== undefined) names.push(selected);
  });
  return names;
}
