import type { SyntaxNode } from "@lezer/common";

/** Every node of a tree with its place. */
export function nodesOf(top: SyntaxNode): readonly string[] {
  const nodes: string[] = [];
  top.cursor().iterate(({ name, from, to }) => {
    nodes.push(`${name} ${String(from)}-${String(to)}`);
  });
  return nodes;
}
