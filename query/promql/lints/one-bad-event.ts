import type { SyntaxNode } from "@lezer/common";
import { measureOf, sameEvents } from "../event-measure";
import { operatorOf } from "../matching";
import type { SeriesCatalogue } from "../series-catalogue";
import { operandsOf } from "../tree";
import type { Query } from "../tree";
import type { Lint } from "./lint";

const COMPARISONS = [">", ">=", "<", "<="];

/** @see https://sre.google/workbook/alerting-on-slos/#low-traffic-services-and-error-budget-alerting */
export const oneBadEvent: Lint = {
  name: "one-bad-event",
  why: "Of the few events of a quiet night a single bad one is above every limit of a share, and a single slow one is the P99. An alert at P0 or P1 would interrupt somebody for it. A minimum of all events does not help: one bad event among them is still one. Only alerts at P0 and P1 are checked.",
  bad: 'sum(rate(shop_requests_total{status="500"}[5m])) / sum(rate(shop_requests_total[5m])) > 0.01',
  good: 'sum(rate(shop_requests_total{status="500"}[5m])) / sum(rate(shop_requests_total[5m])) > 0.01 and sum(increase(shop_requests_total{status="500"}[5m])) >= 4.5',
  remedy:
    "add a minimum of bad events: and on () sum(increase(x{bad}[5m])) >= 4.5, as ratioLimit and percentileLimit do",
  nodes: ["BinaryExpr"],
  find: (query, node, { catalogue, interrupts = false }) => {
    if (!interrupts || !COMPARISONS.includes(operatorOf(query, node)))
      return [];
    const [left] = operandsOf(node);
    const measure =
      left === undefined ? undefined : measureOf(query, left, catalogue);
    if (measure?.kind !== "share" || isGuard(query, node)) return [];
    return conditionsBeside(query, node).some((beside) =>
      countsBad(query, beside, measure.of, catalogue),
    )
      ? []
      : [
          {
            from: node.from,
            to: node.to,
            message:
              "a single bad event is enough where there are few: nothing asks how many they are",
            next: "add a minimum of bad events (`bad` of ratioLimit, `slow` of percentileLimit): and on () sum(increase(x{bad}[5m])) >= 4.5",
          },
        ];
  },
};

/** Whether it is an operand of a division or of another calculation. */
const isGuard = (query: Query, node: SyntaxNode): boolean => {
  for (let outer = node.parent; outer !== null; outer = outer.parent) {
    if (
      outer.name === "BinaryExpr" &&
      ["/", "*", "+", "-"].includes(operatorOf(query, outer))
    ) {
      return true;
    }
  }
  return false;
};

/** The other sides of every `and` around it, and what they consist of. */
function conditionsBeside(
  query: Query,
  node: SyntaxNode,
): readonly SyntaxNode[] {
  const beside: SyntaxNode[] = [];
  for (let inner = node; inner.parent !== null; inner = inner.parent) {
    const { parent } = inner;
    if (parent.name !== "BinaryExpr" || operatorOf(query, parent) !== "and") {
      continue;
    }
    for (const other of operandsOf(parent)) {
      if (other.from !== inner.from) beside.push(...joined(query, other));
    }
  }
  return beside;
}

/** The conditions that `and` joins. */
function joined(query: Query, node: SyntaxNode): readonly SyntaxNode[] {
  const isJoined =
    node.name === "ParenExpr" ||
    (node.name === "BinaryExpr" && operatorOf(query, node) === "and");
  return isJoined
    ? operandsOf(node).flatMap((each) => joined(query, each))
    : [node];
}

/** Whether it asks for a number of events, of others than all of them. */
function countsBad(
  query: Query,
  node: SyntaxNode,
  all: readonly string[],
  catalogue: SeriesCatalogue,
): boolean {
  if (node.name !== "BinaryExpr") return false;
  if (![">", ">="].includes(operatorOf(query, node))) return false;
  const [left] = operandsOf(node);
  const measure =
    left === undefined ? undefined : measureOf(query, left, catalogue);
  return measure?.kind === "count" && !sameEvents(measure.of, all);
}
