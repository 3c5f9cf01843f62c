import type { SyntaxNode } from "@lezer/common";
import { functionName } from "./labels";
import { operatorOf } from "./matching";
import type { SeriesCatalogue } from "./series-catalogue";
import { argumentsOf, operandsOf, selectorOf, textOf } from "./tree";
import type { Query } from "./tree";

/**
 * What a value says of events: how many they are, or which share of them is so. A share of few
 * events means little, which a count beside it can say.
 */
export type EventMeasure =
  | {
      readonly kind: "count";
      /** What is counted: selectors, and a minus before what is taken away. */
      readonly of: readonly string[];
    }
  | {
      readonly kind: "share";
      /** What the share is of. */
      readonly of: readonly string[];
    };

const GROWTH = new Set(["increase", "rate", "irate"]);

/** How many events an expression counts, or of which it is a share; undefined if of none. */
export function measureOf(
  query: Query,
  node: SyntaxNode,
  catalogue: SeriesCatalogue,
): EventMeasure | undefined {
  const measure = (inner: SyntaxNode | undefined): EventMeasure | undefined =>
    inner === undefined ? undefined : measureOf(query, inner, catalogue);
  switch (node.name) {
    case "VectorSelector":
      return catalogue.get(selectorOf(query, node).name ?? "")?.events;
    case "FunctionCall": {
      const name = functionName(query, node);
      const [first, ...others] = argumentsOf(node);
      if (GROWTH.has(name)) {
        return {
          kind: "count",
          of: first === undefined ? [] : selectors(query, first),
        };
      }
      if (name !== "histogram_quantile") return measure(first);
      const of = measure(others[0])?.of;
      return of === undefined ? undefined : { kind: "share", of };
    }
    case "AggregateExpr":
      return measure(argumentsOf(node).at(-1));
    case "BinaryExpr": {
      const [left, right] = operandsOf(node);
      return combined(operatorOf(query, node), measure(left), measure(right));
    }
    default:
      return measure(operandsOf(node)[0]);
  }
}

function combined(
  operator: string,
  left: EventMeasure | undefined,
  right: EventMeasure | undefined,
): EventMeasure | undefined {
  switch (operator) {
    case "/":
      return left !== undefined && right !== undefined
        ? { kind: "share", of: right.of }
        : left;
    case "-":
      return left?.kind === "count" && right?.kind === "count"
        ? {
            kind: "count",
            of: [...left.of, ...right.of.map((each) => `-${each}`)],
          }
        : (left ?? right);
    case "+":
    case "*":
    case "or":
      return left ?? right;
    default:
      // Comparisons, `and` and `unless` leave the left side as it is.
      return left;
  }
}

/** Selectors, with a histogram's buckets as what they count together. */
function selectors(query: Query, node: SyntaxNode): readonly string[] {
  const found: string[] = [];
  node.cursor().iterate(({ name, node: inner }) => {
    if (name !== "VectorSelector") return;
    const { name: metric = "", matchers } = selectorOf(query, inner);
    const kept = matchers
      .filter(({ label, value }) => label !== "le" || value !== "+Inf")
      .map((matcher) => textOf(query, matcher.node).replace(/\s/g, ""))
      .sort();
    found.push(`${metric.replace(/_bucket$/, "_count")}{${kept.join(",")}}`);
  });
  return found;
}

/** Whether both count, or are a share of, the same events. */
export const sameEvents = (
  one: readonly string[],
  other: readonly string[],
): boolean =>
  one.length === other.length &&
  [...one].sort().join() === [...other].sort().join();
