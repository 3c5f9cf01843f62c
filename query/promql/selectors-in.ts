import { readQuery } from "./read-query";
import { selectorOf } from "./tree";
import type { Selector } from "./tree";

/** Everything that a query selects, in order. */
export function selectorsIn(expr: string): readonly Selector[] {
  const query = readQuery(expr);
  const selectors: Selector[] = [];
  query.top.cursor().iterate((found) => {
    if (found.name === "VectorSelector") {
      selectors.push(selectorOf(query, found.node));
    }
  });
  return selectors;
}
