import type { SyntaxNode } from "@lezer/common";
import { readQuery } from "../../../query/promql/read-query";
import { childrenOf, textOf } from "../../../query/promql/tree";
import type { Query } from "../../../query/promql/tree";

const MADE_OF_OTHERS =
  /^(?:Binary|Unary|Offset|StepInvariant|Subquery)Expr$|^MatrixSelector$/;

/** The query with angle brackets around every operation, sign, shift and range, on one line. */
function shape(query: Query, node: SyntaxNode): string {
  let at = node.from;
  let text = "";
  for (const child of childrenOf(node)) {
    text += textOf(query, { from: at, to: child.from }) + shape(query, child);
    at = child.to;
  }
  text += textOf(query, { from: at, to: node.to });
  return MADE_OF_OTHERS.test(node.name) ? `<${text}>` : text;
}

const shapeOf = (expr: string): string => {
  const query = readQuery(expr);
  return shape(query, query.top).trim().replace(/\s+/g, " ");
};

it.each([
  ["a - b offset 1h", "<a - <b offset 1h>>"],
  ["a - b offset 1h > 100", "<<a - <b offset 1h>> > 100>"],
  ["a - b offset 1h * c", "<a - <<b offset 1h> * c>>"],
  ["a * b @ 5 - c", "<<a * <b @ 5>> - c>"],
  ["a and b offset 5m or c", "<<a and <b offset 5m>> or c>"],
  ["a or b offset 5m and c", "<a or <<b offset 5m> and c>>"],
  ["a unless b offset 5m unless c", "<<a unless <b offset 5m>> unless c>"],
  ["a ^ b offset 5m ^ c", "<a ^ <<b offset 5m> ^ c>>"],
  ["a - b[5m:1m] - c", "<<a - <b[5m:1m]>> - c>"],
  ["a - b[5m] offset 1h", "<a - <<b[5m]> offset 1h>>"],
  ["-a offset 5m", "<-<a offset 5m>>"],
  ["-a offset 5m * b", "<<-<a offset 5m>> * b>"],
  ["-a offset 5m ^ b", "<-<<a offset 5m> ^ b>>"],
  ["a ^ -b offset 5m * c", "<<a ^ <-<b offset 5m>>> * c>"],
  ["a - -b @ 5", "<a - <-<b @ 5>>>"],
  ["a - b offset 5m @ 0", "<a - <<b offset 5m> @ 0>>"],
  ["a - b @ end() offset 5m", "<a - <<b @ end()> offset 5m>>"],
  ["a - b offset -5m - c", "<<a - <b offset -5m>> - c>"],
  ["a == bool b offset 5m", "<a == bool <b offset 5m>>"],
  [
    "a / on (x) group_left (y) b offset 5m + c",
    "<<a / on (x) group_left (y) <b offset 5m>> + c>",
  ],
  ["(a - b)[1h:5m] offset 1d", "<<(<a - b>)[1h:5m]> offset 1d>"],
  ["(a - b offset 5m)", "(<a - <b offset 5m>>)"],
  ["sum(a - b offset 5m) / c", "<sum(<a - <b offset 5m>>) / c>"],
  [
    "rate(a[5m]) - sum by (x) (-b offset 1h)",
    "<rate(<a[5m]>) - sum by (x) (<-<b offset 1h>>)>",
  ],
  ["a - # offset 1d\n b # the day before\n offset 1h", "<a - <b offset 1h>>"],
  ["a - b", "<a - b>"],
  ["a offset 5m - b", "<<a offset 5m> - b>"],
  // A tree with an error stays as it is.
  ["a - b offset 5m)", "<<a - b> offset 5m>)"],
])("reads %s as Prometheus does", (expr, expected) => {
  expect(shapeOf(expr)).toBe(expected);
});
