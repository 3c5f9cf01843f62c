import { createRequire } from "node:module";
import * as grammar from "@prometheus-io/lezer-promql";
import { syntaxFindings } from "../../../query/promql/syntax";

it("parses with the grammar of the type checker, which uses node numbers", () => {
  const checker = require.resolve("@prometheus-io/codemirror-promql");
  const numbers = (exported: unknown): readonly unknown[] =>
    Object.entries(exported as Readonly<Record<string, unknown>>).filter(
      ([, value]) => typeof value === "number",
    );
  expect(numbers(grammar)).toEqual(
    numbers(createRequire(checker)("@prometheus-io/lezer-promql")),
  );
});

it("gives the same result for a long query as for its parts", () => {
  const sum = (terms: number, last: string): string =>
    [
      ...Array.from(
        { length: terms },
        () => 'sum(rate(a_total{b="c"}[5m])) * 1',
      ),
      last,
    ].join(" + ");
  const long = sum(200, "rate(b_total)");
  expect(long.length).toBeGreaterThan(6_000);
  expect(syntaxFindings(sum(200, "1"))).toEqual([]);
  expect(syntaxFindings(long)).toMatchObject([
    {
      from: long.length - "b_total)".length,
      message: 'expected type matrix in call to function "rate", got vector',
    },
  ]);
});

it.each([
  ["rate(a[5m]", "10-10 the expression is incomplete here"],
  ["a b", '2-3 "b" is not expected here'],
  ["a{b=c}", '4-5 "c" is not expected here'],
  ["sum(Rate(a[5m]))", '4-8 unknown function "Rate"'],
  ["", "0-0 the expression is incomplete here"],
])("reports the position of the first mistake of %s", (expr, finding) => {
  expect(
    syntaxFindings(expr).map(
      ({ from, to, message }) => `${String(from)}-${String(to)} ${message}`,
    ),
  ).toEqual([finding]);
});
