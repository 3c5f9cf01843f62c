import { readQuery } from "./read-query";
import { selectorOf } from "./tree";
import type { Selector } from "./tree";

/** All selectors of a query, in order. */
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
