import type { SyntaxNode } from "@lezer/common";
import { milliseconds } from "../../model/duration";
import type { Duration } from "../../model/duration";
import { remembered } from "../../model/remembered";
import { secondsOf } from "./durations";
import { namesIn } from "./names-in";
import { readQuery } from "./read-query";
import { childrenOf, textOf } from "./tree";
import type { Query, Span } from "./tree";

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
  const own = ownRange(query);
  const inherited = namesIn(query).flatMap((name) => {
    const source = recorded.get(name);
    return source === undefined || seen.has(name)
      ? []
      : [seconds(source, recorded, new Set([...seen, name]))];
  });
  return own + Math.max(0, ...inherited);
}

const ownRange = (query: Query): number =>
  Math.max(
    0,
    ...rangesBelow(query.top).map(
      (range) => secondsOf(textOf(query, range)) ?? 0,
    ),
  );

/** Where ranges are written in a tree that queries share. */
const rangesBelow = remembered((node: SyntaxNode): readonly Span[] => [
  ...(node.name === "MatrixSelector" || node.name === "SubqueryExpr"
    ? childrenOf(node)
        .slice(1, 2)
        .map(({ from, to }) => ({ from, to }))
    : []),
  ...childrenOf(node).flatMap(rangesBelow),
]);
