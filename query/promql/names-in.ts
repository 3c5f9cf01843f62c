import type { SyntaxNode } from "@lezer/common";
import { selectorOf } from "./tree";
import type { Query } from "./tree";

/** Names of the series that a query, or a part of it, reads, in order. */
export function namesIn(
  query: Query,
  node: SyntaxNode = query.top,
): readonly string[] {
  const names: string[] = [];
  node.cursor().iterate((found) => {
    if (found.name !== "VectorSelector") return;
    const selected = selectorOf(query, found.node).name;
    if (selected !== undefined) names.push(selected);
  });
  return names;
}
