import { parser } from "@grafana/lezer-logql";
import type { SyntaxNode } from "@lezer/common";
import { parseableText } from "../promql/parseable-text";

/** A LogQL query and its syntax tree, valid or not. */
export interface LogQueryTree {
  /** As it was declared, with macros and names of thresholds. */
  readonly written: string;
  /** Plain LogQL of the same length. */
  readonly text: string;
  readonly top: SyntaxNode;
}

/**
 * Parses a declared LogQL query; names of thresholds and Grafana's macros are written as in PromQL.
 */
export function readLogQuery(written: string): LogQueryTree {
  const text = parseableText(written);
  return { written, text, top: parser.parse(text).topNode };
}

/** Every node of a tree, parents before children. */
export function nodesOf({ top }: LogQueryTree): readonly SyntaxNode[] {
  const nodes: SyntaxNode[] = [];
  top.cursor().iterate(({ node }) => {
    nodes.push(node);
  });
  return nodes;
}

/** Every node of a kind. */
export const nodesNamed = (
  query: LogQueryTree,
  ...names: readonly string[]
): readonly SyntaxNode[] =>
  nodesOf(query).filter(({ name }) => names.includes(name));

/** Text of a node. */
export const logTextOf = (
  query: LogQueryTree,
  { from, to }: Pick<SyntaxNode, "from" | "to">,
): string => query.text.slice(from, to);

/** Whether a query returns lines or numbers; undefined if neither. */
export function answerOf({
  top,
}: LogQueryTree): "lines" | "numbers" | undefined {
  const inner = top.getChild("Expr")?.firstChild?.name;
  if (inner === "LogExpr") return "lines";
  return inner === "MetricExpr" ? "numbers" : undefined;
}
