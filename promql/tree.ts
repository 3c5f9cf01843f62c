import type { SyntaxNode } from "@lezer/common";

/** A query and its tree; everything that reads the tree needs the text too. */
export interface Query {
  readonly text: string;
  readonly top: SyntaxNode;
}

/** Text of a node. */
export const textOf = (query: Query, node: SyntaxNode): string =>
  query.text.slice(node.from, node.to);

/** Direct children, in order. */
export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    children.push(child);
  }
  return children;
}

const EXPRESSIONS = new Set([
  "AggregateExpr",
  "BinaryExpr",
  "FunctionCall",
  "MatrixSelector",
  "NumberDurationLiteral",
  "OffsetExpr",
  "ParenExpr",
  "StepInvariantExpr",
  "StringLiteral",
  "SubqueryExpr",
  "UnaryExpr",
  "VectorSelector",
]);

/** Children that are expressions themselves: operands and arguments. */
export const operandsOf = (node: SyntaxNode): readonly SyntaxNode[] =>
  childrenOf(node).filter(({ name }) => EXPRESSIONS.has(name));

/** Arguments of a function or an aggregation. */
export function argumentsOf(node: SyntaxNode): readonly SyntaxNode[] {
  const body = node.getChild("FunctionCallBody");
  return body === null ? [] : operandsOf(body);
}

/** Label names in the parentheses of `by`, `without`, `on`, `ignoring` or `group_left`. */
export const groupingLabels = (
  query: Query,
  node: SyntaxNode,
): readonly string[] =>
  childrenOf(node)
    .filter(({ name }) => name === "LabelName")
    .map((label) => textOf(query, label));

/** One matcher of a selector. */
export interface Matcher {
  readonly node: SyntaxNode;
  readonly label: string;
  readonly operator: string;
  readonly value: string;
}

/** Name and matchers of a vector selector. */
export function selectorOf(
  query: Query,
  node: SyntaxNode,
): {
  readonly name: string | undefined;
  readonly matchers: readonly Matcher[];
} {
  const matchers = (
    node.getChild("LabelMatchers")?.getChildren("UnquotedLabelMatcher") ?? []
  ).map((matcher) => matcherOf(query, matcher));
  const identifier = node.getChild("Identifier");
  const named = matchers.find(
    ({ label, operator }) => label === "__name__" && operator === "=",
  );
  return {
    name: identifier === null ? named?.value : textOf(query, identifier),
    matchers: matchers.filter(({ label }) => label !== "__name__"),
  };
}

function matcherOf(query: Query, node: SyntaxNode): Matcher {
  const part = (name: string): string => {
    const child = node.getChild(name);
    return child === null ? "" : textOf(query, child);
  };
  return {
    node,
    label: part("LabelName"),
    operator: part("MatchOp"),
    value: part("StringLiteral").slice(1, -1),
  };
}

/** The vector selector inside a range, an offset or parentheses; nothing else counts. */
export function innerSelector(node: SyntaxNode): SyntaxNode | undefined {
  if (node.name === "VectorSelector") return node;
  if (
    ["MatrixSelector", "OffsetExpr", "StepInvariantExpr", "ParenExpr"].includes(
      node.name,
    )
  ) {
    const [inner] = operandsOf(node);
    return inner === undefined ? undefined : innerSelector(inner);
  }
  return undefined;
}
