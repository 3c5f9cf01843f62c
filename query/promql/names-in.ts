import type { SyntaxNode } from "@lezer/common";
import { remembered } from "../../model/remembered";
import { selectorOf, textOf } from "./tree";
import type { Query } from "./tree";

/** Names of the series that a query, or a part of it, reads, in order. */
export const namesIn = (
  query: Query,
  node: SyntaxNode = query.top,
): readonly string[] =>
  selectorsBelow(node).flatMap(({ selector, identifier }) => {
    if (identifier !== null) return textOf(query, identifier);
    return selectorOf(query, selector).name ?? [];
  });

interface Selecting {
  readonly selector: SyntaxNode;
  /** The name in front of its braces. */
  readonly identifier: SyntaxNode | null;
}

/** Selectors in order, of a tree that queries share. */
export const selectorsBelow = remembered((node: SyntaxNode) => {
  const found: Selecting[] = [];
  node.cursor().iterate(({ name, node: selector }) => {
    if (name !== "VectorSelector") return;
    found.push({ selector, identifier: selector.getChild("Identifier") });
  });
  return found;
});
