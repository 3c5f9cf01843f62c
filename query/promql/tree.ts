import type { SyntaxNode } from "@lezer/common";
import { isMatchOperator } from "../../model/label-matcher";
import type { LabelCondition } from "../../model/label-matcher";
import { readString } from "./string-literal";

/** A query and its tree; functions on the tree need the text too. */
export interface Query {
  /** As it was declared, with macros and names of thresholds. */
  readonly written: string;
  /** Plain PromQL of the same length. */
  readonly text: string;
  readonly top: SyntaxNode;
}

/** Position of a part in a text. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Text of a node as PromQL. */
export const textOf = (query: Query, { from, to }: Span): string =>
  query.text.slice(from, to);

/** Text of a node as it was declared, for messages. */
export const writtenOf = (query: Query, { from, to }: Span): string =>
  query.written.slice(from, to);

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

/** Name of an aggregation, in small letters: `sum`. */
export function aggregationName(query: Query, node: SyntaxNode): string {
  const operator = node.getChild("AggregateOp");
  return operator === null ? "" : textOf(query, operator).toLowerCase();
}

/** Aggregations that select samples and keep their labels. */
export const CHOOSING: ReadonlySet<string> = new Set([
  "topk",
  "bottomk",
  "limitk",
  "limit_ratio",
]);

/** Label names in the parentheses of `by`, `without`, `on`, `ignoring` or `group_left`. */
export const groupingLabels = (
  query: Query,
  node: SyntaxNode,
): readonly string[] =>
  childrenOf(node).flatMap((label) =>
    label.name === "LabelName" || label.name === "QuotedLabelName"
      ? labelName(query, label)
      : [],
  );

/** One matcher of a selector. */
export interface Matcher extends LabelCondition {
  readonly node: SyntaxNode;
  readonly label: string;
}

/** A vector selector. */
export interface Selector {
  /** Undefined if only labels are matched. */
  readonly name: string | undefined;
  /** All names that a series must have, in order; it cannot have two. */
  readonly names: readonly string[];
  readonly matchers: readonly Matcher[];
}

/** Name and matchers of a vector selector. */
export function selectorOf(query: Query, node: SyntaxNode): Selector {
  const identifier = node.getChild("Identifier");
  const names = identifier === null ? [] : [textOf(query, identifier)];
  const braces = node.getChild("LabelMatchers");
  const matchers: Matcher[] = [];
  for (const child of braces === null ? [] : childrenOf(braces)) {
    if (child.name === "QuotedLabelName") {
      names.push(labelName(query, child));
      continue;
    }
    const matcher = matcherOf(query, child);
    if (matcher === undefined) continue;
    if (matcher.label !== "__name__") matchers.push(matcher);
    else if (matcher.operator === "=") names.push(matcher.value);
  }
  return { name: names[0], names, matchers };
}

/** One matcher in braces; undefined for a bare name. */
export function matcherOf(query: Query, node: SyntaxNode): Matcher | undefined {
  const label = node.firstChild;
  const operator = node.getChild("MatchOp");
  const value = node.getChild("StringLiteral");
  if (label === null || operator === null || value === null) return undefined;
  const written = textOf(query, operator);
  return isMatchOperator(written)
    ? {
        node,
        label: labelName(query, label),
        operator: written,
        value: quoted(textOf(query, value)),
      }
    : undefined;
}

function labelName(query: Query, node: SyntaxNode): string {
  const text = textOf(query, node);
  return node.name === "QuotedLabelName" ? quoted(text) : text;
}

/** The value of a string literal; another check reports invalid ones. */
export function quoted(literal: string): string {
  const read = readString(literal);
  return read.kind === "text" ? read.text : literal.slice(1, -1);
}

/** The vector selector inside a range, an offset or parentheses; undefined for anything else. */
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
