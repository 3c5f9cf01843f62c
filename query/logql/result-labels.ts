import type { SyntaxNode } from "@lezer/common";
import { logTextOf } from "./read-log-query";
import type { LogQueryTree } from "./read-log-query";

/** Aggregations that keep the labels of the selected samples. */
const KEEPING = /^(?:topk|bottomk|approx_topk|sort|sort_desc)$/;

/**
 * Labels of a metric query's result.
 * @returns undefined without an aggregation: any label is possible
 */
export const resultLabels = (
  query: LogQueryTree,
): ReadonlySet<string> | undefined => labelsOf(query, query.top);

function labelsOf(
  query: LogQueryTree,
  node: SyntaxNode,
): ReadonlySet<string> | undefined {
  if (node.name === "VectorAggregationExpr") {
    const operation = node.getChild("VectorOp");
    if (operation !== null && KEEPING.test(logTextOf(query, operation))) {
      return undefined;
    }
    const grouping = node.getChild("Grouping");
    if (grouping === null) return new Set();
    if (grouping.getChild("Without") !== null) return undefined;
    const labels = grouping.getChild("Labels");
    return new Set(
      labels === null ? [] : logTextOf(query, labels).split(/[\s,()]+/),
    );
  }
  // For a comparison, the left side: the alert has its labels.
  if (/^(?:LogQL|Expr|MetricExpr|BinOpExpr)$/.test(node.name)) {
    const inner = node.getChild("Expr") ?? node.firstChild;
    return inner === null ? undefined : labelsOf(query, inner);
  }
  return undefined;
}
