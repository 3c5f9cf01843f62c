import type { SyntaxNode } from "@lezer/common";
import { checkCall } from "./check-call";
import { checkOperation } from "./check-operation";
import { checkSelector } from "./check-selector";
import type { Finding } from "./finding";
import { labelsOf } from "./labels";
import { parseableText } from "./parseable-text";
import type { SeriesCatalogue } from "./series-catalogue";
import { syntaxFindings, syntaxTree } from "./syntax";
import { argumentsOf, groupingLabels } from "./tree";
import type { Query } from "./tree";

/** Who asks, and what there is to read. */
export interface ExpressionContext {
  readonly catalogue: SeriesCatalogue;
  /** Key of the asking service. */
  readonly system: string;
  /** Its namespace. */
  readonly namespace: string;
  /** True for the platform, whose queries are about every system. */
  readonly readsAllSystems: boolean;
}

/** Every mistake of an expression: syntax and types first, and where these are right, what it reads. */
export function checkExpression(
  expr: string,
  context: ExpressionContext,
): readonly Finding[] {
  const text = parseableText(expr);
  const query: Query = { text, top: syntaxTree(text) };
  const wrong = syntaxFindings(text, query.top);
  if (wrong.length > 0) return wrong;
  const findings: Finding[] = [];
  query.top.cursor().iterate(({ node }) => {
    findings.push(...checkNode(query, node, context));
  });
  return findings;
}

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

/** `by` names labels that there are. */
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
    .filter((label) => !names.has(label))
    .map((label) => ({
      from: grouping.from,
      to: grouping.to,
      message: `by (${label}): there is no label "${label}" to group by`,
      next: `there are ${[...names].sort().join(", ")}`,
    }));
}
