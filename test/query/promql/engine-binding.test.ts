import type { SyntaxNode } from "@lezer/common";
import { readQuery } from "../../../query/promql/read-query";
import { childrenOf, textOf } from "../../../query/promql/tree";
import type { Query } from "../../../query/promql/tree";
import { LivePrometheus } from "../../support/live-prometheus";

const MADE_OF_OTHERS =
  /^(?:Binary|Unary|Offset|StepInvariant|Subquery)Expr$|^MatrixSelector$/;

type Brackets = readonly [open: string, close: string];

/** The query with brackets around every node of a kind. */
function shape(
  query: Query,
  node: SyntaxNode,
  kind: RegExp,
  brackets: Brackets,
): string {
  let at = node.from;
  let text = "";
  for (const child of childrenOf(node)) {
    text += textOf(query, { from: at, to: child.from });
    text += shape(query, child, kind, brackets);
    at = child.to;
  }
  text += textOf(query, { from: at, to: node.to });
  return kind.test(node.name) ? brackets.join(text) : text;
}

/** All composite nodes in brackets, on one line. */
const shapeOf = (expr: string): string => {
  const query = readQuery(expr);
  return shape(query, query.top, MADE_OF_OTHERS, ["<", ">"])
    .trim()
    .replace(/\s+/g, " ");
};

const READ: readonly (readonly [expr: string, shape: string])[] = [
  ["a - b offset 1h", "<a - <b offset 1h>>"],
  ["a - b offset 1h > 100", "<<a - <b offset 1h>> > 100>"],
  ["a - b offset 1h * c", "<a - <<b offset 1h> * c>>"],
  ["a * b @ 5 - c", "<<a * <b @ 5>> - c>"],
  ["a and b offset 5m or c", "<<a and <b offset 5m>> or c>"],
  ["a or b offset 5m and c", "<a or <<b offset 5m> and c>>"],
  ["a unless b offset 5m unless c", "<<a unless <b offset 5m>> unless c>"],
  ["a ^ b offset 5m ^ c", "<a ^ <<b offset 5m> ^ c>>"],
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
];

it.each(READ)("reads %s as Prometheus does", (expr, expected) => {
  expect(shapeOf(expr)).toBe(expected);
});

it.each([
  ["a - b[5m:1m] - c", "<<a - <b[5m:1m]>> - c>"],
  ["a - b[5m] offset 1h", "<a - <<b[5m]> offset 1h>>"],
  ["-b[5m:1m]", "<-<b[5m:1m]>>"],
  // A tree with an error stays as it is.
  ["a - b offset 5m)", "<<a - b> offset 5m>)"],
])("reads %s, which is refused", (expr, expected) => {
  expect(shapeOf(expr)).toBe(expected);
});

const isParentheses = (value: unknown): value is { readonly expr: unknown } =>
  typeof value === "object" &&
  value !== null &&
  "type" in value &&
  value.type === "parenExpr";

describe("its own parser", () => {
  let prometheus: LivePrometheus | undefined;
  beforeAll(
    async () => {
      prometheus = await LivePrometheus.start({
        scrapes: [],
        groups: [],
        alertmanagers: [],
        externalLabels: {},
        retention: "1d",
      });
    },
    20 * 60 * 1000,
  );
  afterAll(async () => {
    await prometheus?.stop();
  });

  /** The tree that Prometheus makes of an expression, without parentheses. */
  async function treeOf(expr: string): Promise<unknown> {
    const asked = new URLSearchParams({ query: expr }).toString();
    const answer = await fetch(
      `${prometheus?.url ?? ""}/api/v1/parse_query?${asked}`,
    );
    return JSON.parse(await answer.text(), (_, value: unknown) =>
      isParentheses(value) ? value.expr : value,
    ) as unknown;
  }

  it.each(READ)("Prometheus reads %s so", async (expr) => {
    const query = readQuery(expr);
    const tree = await treeOf(expr);
    expect(tree).toMatchObject({ status: "success" });
    expect(
      await treeOf(
        shape(query, query.top, /^(?:Binary|Unary)Expr$/, ["(", ")"]),
      ),
    ).toEqual(tree);
  });
});
