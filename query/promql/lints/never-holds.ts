import type { SyntaxNode } from "@lezer/common";
import { comparedWith } from "../compared-with";
import { rangeOf } from "../expression-range";
import type { Finding } from "../finding";
import { operatorOf } from "../matching";
import type { SeriesCatalogue } from "../series-catalogue";
import { operandsOf, textOf, writtenOf } from "../tree";
import type { Query } from "../tree";
import { holdsForNone, rangeText } from "../value-range";
import type { Lint } from "./lint";

/**
 * @see
 *   https://prometheus.io/docs/prometheus/latest/querying/operators/#logical-set-binary-operators
 */
export const neverHolds: Lint = {
  name: "never-holds",
  why: "No value of the expression fulfils the comparison, or both comparisons where `and` joins two. Counters and rates are never below 0, `count` is never 0 but empty, the share of a part is never above 1, and a quantile is never above the highest bound. The rule can never fire.",
  bad: "shop_queue_length > 100 and shop_queue_length < 50",
  good: "shop_queue_length > 100 or shop_queue_length < 50",
  remedy: "correct one of the bounds, or use or",
  nodes: ["BinaryExpr"],
  find: (query, node, { catalogue }) => {
    if (node.getChild("And") === null)
      return outOfRange(query, node, catalogue);
    const bounds = boundsIn(query, node);
    const wrong = bounds.find((one, index) =>
      bounds
        .slice(0, index)
        .some((other) => one.of === other.of && excludes(one, other)),
    );
    return wrong === undefined
      ? []
      : [
          {
            from: node.from,
            to: node.to,
            message: `no value of ${wrong.of} fulfils both comparisons, so the result is always empty`,
            next: "correct one of the bounds, or use or",
          },
        ];
  },
};

/** A comparison with a number that the expression never has. */
function outOfRange(
  query: Query,
  node: SyntaxNode,
  catalogue: SeriesCatalogue,
): readonly Finding[] {
  const compared = comparedWith(query, node);
  if (compared === undefined) return [];
  const { of, comparison, limit } = compared;
  const range = rangeOf(query, of, catalogue);
  return holdsForNone(range, comparison, limit)
    ? [
        {
          from: node.from,
          to: node.to,
          message: `${writtenOf(query, of)} is ${rangeText(range)}, so the result is always empty`,
          next:
            range.low === 1
              ? "without samples it is empty, not 0: write absent(…)"
              : "correct the bound",
        },
      ]
    : [];
}

/** `of` lies within these ends. */
interface Bound {
  readonly of: string;
  readonly low: number;
  readonly high: number;
  /** Whether the end itself belongs to it. */
  readonly closed: boolean;
}

/** Comparisons with a number that all hold where the expression has a sample. */
function boundsIn(query: Query, node: SyntaxNode): readonly Bound[] {
  const operands = operandsOf(node);
  const [left, right] = operands;
  if (node.name === "ParenExpr") {
    return left === undefined ? [] : boundsIn(query, left);
  }
  if (node.name !== "BinaryExpr" || left === undefined || right === undefined) {
    return [];
  }
  if (node.getChild("And") !== null) {
    return operands.flatMap((operand) => boundsIn(query, operand));
  }
  const written = writtenOf(query, right);
  if (
    right.name !== "NumberDurationLiteral" ||
    written !== textOf(query, right)
  )
    return [];
  const value = Number(written);
  const of = writtenOf(query, left);
  switch (operatorOf(query, node)) {
    case ">":
      return [{ of, low: value, high: Infinity, closed: false }];
    case ">=":
      return [{ of, low: value, high: Infinity, closed: true }];
    case "<":
      return [{ of, low: -Infinity, high: value, closed: false }];
    case "<=":
      return [{ of, low: -Infinity, high: value, closed: true }];
    case "==":
      return [{ of, low: value, high: value, closed: true }];
    default:
      return [];
  }
}

const excludes = (one: Bound, other: Bound): boolean => {
  const low = Math.max(one.low, other.low);
  const high = Math.min(one.high, other.high);
  return low > high || (low === high && !(one.closed && other.closed));
};
