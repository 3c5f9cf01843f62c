import type { SyntaxNode } from "@lezer/common";
import { functionName } from "../labels";
import { operatorOf } from "../matching";
import { namesIn } from "../names-in";
import { argumentsOf, operandsOf, selectorOf } from "../tree";
import type { Query } from "../tree";
import type { Lint } from "./lint";

const GROWTH = ["increase", "rate"];

/** @see https://prometheus.io/docs/practices/instrumentation/#avoid-missing-metrics */
export const unseenFirstEvent: Lint = {
  name: "unseen-first-event",
  why: "A counter with a label whose values nobody can list has no series before the first event of a value. `increase` and `rate` count from the first sample, so the event that makes a series is never seen: an alert on any event misses the first of each kind. Only alerts are checked.",
  bad: 'sum(increase(shop_refused_total{reason!="card"}[1h])) > 0',
  good: "(sum(shop_refused_total unless shop_refused_total offset 1h) or sum(increase(shop_refused_total[1h]))) > 0",
  remedy:
    "count what is new too (countAbove with bornAtFirstEvent), or create the series at 0 and say so in the contract",
  nodes: ["BinaryExpr"],
  find: (query, node, { catalogue, notifies = false, anyEvent = [] }) => {
    if (!notifies) return [];
    if (operatorOf(query, node) !== ">" || isGuard(query, node)) return [];
    const [left, right] = operandsOf(node);
    if (left === undefined || right === undefined) return [];
    // More than any: of a greater number the first is one among several.
    const limit = query.written.slice(right.from, right.to);
    const isAny =
      Number(limit) === 0 || anyEvent.some((name) => limit === `{${name}}`);
    if (!isAny) return [];
    return growthsIn(query, left).flatMap((selector) => {
      const { name = "" } = selectorOf(query, selector);
      return catalogue.get(name)?.bornAtFirstEvent === true &&
        !newOnesCount(query, name)
        ? [
            {
              from: node.from,
              to: node.to,
              message: `the first event of each series of ${name} is not seen: it creates the series`,
              next: 'count what is new too (countAbove with bornAtFirstEvent), or create the series at 0 and declare born: "at-start"',
            },
          ]
        : [];
    });
  },
};

/** Whether it keeps a ratio from dividing by 0. */
function isGuard(query: Query, node: SyntaxNode): boolean {
  for (let outer = node.parent; outer !== null; outer = outer.parent) {
    if (outer.name === "BinaryExpr" && operatorOf(query, outer) === "/") {
      return true;
    }
  }
  return false;
}

/** Selectors whose growth is the value: in a sum, in parentheses, in an arm of `or`. */
function growthsIn(query: Query, node: SyntaxNode): readonly SyntaxNode[] {
  switch (node.name) {
    case "FunctionCall": {
      if (!GROWTH.includes(functionName(query, node))) return [];
      const selectors: SyntaxNode[] = [];
      node.cursor().iterate((found) => {
        if (found.name === "VectorSelector") selectors.push(found.node);
      });
      return selectors;
    }
    case "ParenExpr":
      return operandsOf(node).flatMap((inner) => growthsIn(query, inner));
    case "AggregateExpr":
      return argumentsOf(node).flatMap((inner) => growthsIn(query, inner));
    case "BinaryExpr":
      return operatorOf(query, node) === "or"
        ? operandsOf(node).flatMap((inner) => growthsIn(query, inner))
        : [];
    default:
      return [];
  }
}

/** Whether the query compares the series with those of an earlier time. */
function newOnesCount(query: Query, name: string): boolean {
  let counts = false;
  query.top.cursor().iterate(({ name: kind, node }) => {
    if (kind !== "OffsetExpr" || counts) return;
    counts = isExcluded(query, node) && namesIn(query, node).includes(name);
  });
  return counts;
}

/** Whether it stands behind `unless`. */
function isExcluded(query: Query, node: SyntaxNode): boolean {
  for (let inner = node; inner.parent !== null; inner = inner.parent) {
    const [, right] = operandsOf(inner.parent);
    if (
      inner.parent.name === "BinaryExpr" &&
      operatorOf(query, inner.parent) === "unless" &&
      right?.from === inner.from
    ) {
      return true;
    }
  }
  return false;
}
