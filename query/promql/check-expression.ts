import type { SyntaxNode } from "@lezer/common";
import { checkCall } from "./check-call";
import { checkOperation } from "./check-operation";
import { REFUSABLE, checkRefused } from "./check-refused";
import { checkLength } from "./check-length";
import { checkResult } from "./check-result";
import { checkSelector } from "./check-selector";
import type { ExpressionContext } from "./expression-context";
import type { Finding } from "./finding";
import { labelsOf } from "./labels";
import { allLints } from "./lints/all-lints";
import type { Lint } from "./lints/lint";
import { isVariableName } from "./parseable-text";
import { readQuery } from "./read-query";
import { sharableQuestion } from "./sharable-question";
import { syntaxFindings } from "./syntax";
import { argumentsOf, groupingLabels } from "./tree";
import type { Query } from "./tree";

/** Checks an expression: syntax and types first, and if these are right, the series it reads. */
export function checkExpression(
  expr: string,
  context: ExpressionContext,
): readonly Finding[] {
  const unreadable = checkLength(expr);
  if (unreadable.length > 0) return unreadable;
  const query = readQuery(expr);
  const question = sharableQuestion(query, context);
  if (question !== undefined && unobjectionable.has(question)) return [];
  const findings = findingsIn(query, context);
  if (question !== undefined && findings.length === 0) {
    if (unobjectionable.size >= MOST) unobjectionable.clear();
    unobjectionable.add(question);
  }
  return findings;
}

/** Questions about which nothing was found: systems of one pattern ask the same. */
const unobjectionable = new Set<string>();
/** That are remembered at most: a large organisation may have none in common. */
const MOST = 20_000;

function findingsIn(
  query: Query,
  context: ExpressionContext,
): readonly Finding[] {
  const wrong = [
    ...syntaxFindings(query.text, query.top),
    ...checkResult(query.top),
  ];
  if (wrong.length > 0) return wrong.map((each) => asWritten(query, each));
  const refused: Finding[] = [];
  const findings: Finding[] = [];
  const doubts: Finding[] = [];
  query.top.cursor().iterate((found) => {
    const { name } = found;
    const refusable = REFUSABLE.has(name);
    const checked = CHECKED.has(name);
    const lints = LINTS.get(name) ?? [];
    if (!refusable && !checked && lints.length === 0) return;
    const { node } = found;
    if (refusable) refused.push(...checkRefused(query, node));
    if (checked) findings.push(...checkNode(query, node, context));
    for (const lint of lints) {
      doubts.push(
        ...lint
          .find(query, node, context)
          .map((finding) => ({ ...finding, lint: lint.name })),
      );
    }
  });
  return refused.length > 0 ? refused : [...findings, ...doubts];
}

/** A message quotes what was declared, not the number that stands in for a name. */
function asWritten({ text, written }: Query, finding: Finding): Finding {
  const { from, to, message } = finding;
  const [stand, declared] = [text.slice(from, to), written.slice(from, to)];
  return stand === "" || stand === declared
    ? finding
    : { ...finding, message: message.replace(stand, declared) };
}

/** By the kinds of node that they look at. */
const LINTS = new Map<string, readonly Lint[]>();
for (const lint of allLints) {
  for (const node of lint.nodes) {
    LINTS.set(node, [...(LINTS.get(node) ?? []), lint]);
  }
}

/** Kinds of node that {@link checkNode} looks at. */
const CHECKED = new Set([
  "VectorSelector",
  "FunctionCall",
  "BinaryExpr",
  "AggregateExpr",
]);

function checkNode(
  query: Query,
  node: SyntaxNode,
  context: ExpressionContext,
): readonly Finding[] {
  switch (node.name) {
    case "VectorSelector":
      return checkSelector(query, node, context);
    case "FunctionCall":
      return checkCall(query, node, context);
    case "BinaryExpr":
      return checkOperation(query, node, context);
    case "AggregateExpr":
      return checkGrouping(query, node, context);
    default:
      return [];
  }
}

/** Labels in `by` must exist. */
function checkGrouping(
  query: Query,
  node: SyntaxNode,
  { catalogue }: ExpressionContext,
): readonly Finding[] {
  const modifier = node.getChild("AggregateModifier");
  const grouping = modifier?.getChild("GroupingLabels");
  const inner = argumentsOf(node).at(-1);
  if (!modifier?.getChild("By") || !grouping || inner === undefined) return [];
  const labels = labelsOf(query, inner, catalogue);
  if (labels === "scalar" || labels.names === "any") return [];
  const { names } = labels;
  return groupingLabels(query, grouping)
    .filter((label) => !names.has(label) && !isVariableName(label))
    .map((label) => ({
      from: grouping.from,
      to: grouping.to,
      message: `by (${label}): there is no label "${label}" to group by`,
      next: `there are ${[...names].sort().join(", ")}`,
    }));
}
