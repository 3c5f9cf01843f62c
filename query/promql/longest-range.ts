import type { SyntaxNode } from "@lezer/common";
import { milliseconds } from "../../model/duration";
import type { Duration } from "../../model/duration";
import { secondsOf } from "./durations";
import { namesIn } from "./names-in";
import { readQuery } from "./read-query";
import { childrenOf, textOf } from "./tree";
import type { Query } from "./tree";

/**
 * The longest range that a query reads, including recording rules: older samples do not affect the
 * result.
 * @param recorded expressions by the name under which they are recorded
 */
export const longestRange = (
  expr: string,
  recorded: ReadonlyMap<string, string>,
): Duration => milliseconds(Math.round(seconds(expr, recorded) * 1000));

function seconds(
  expr: string,
  recorded: ReadonlyMap<string, string>,
  seen: ReadonlySet<string> = new Set(),
): number {
  const query = readQuery(expr);
  const own = ranges(query, query.top);
  const inherited = namesIn(query).flatMap((name) => {
    const source = recorded.get(name);
    return source === undefined || seen.has(name)
      ? []
      : [seconds(source, recorded, new Set([...seen, name]))];
  });
  return Math.max(0, ...own) + Math.max(0, ...inherited);
}

const ranges = (query: Query, node: SyntaxNode): readonly number[] => [
  ...(node.name === "MatrixSelector" || node.name === "SubqueryExpr"
    ? childrenOf(node)
        .slice(1, 2)
        .map((range) => secondsOf(textOf(query, range)) ?? 0)
    : []),
  ...childrenOf(node).flatMap((child) => ranges(query, child)),
];
