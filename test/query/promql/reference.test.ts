import { readFileSync } from "node:fs";
import { checkRefused } from "../../../query/promql/check-refused";
import type { Finding } from "../../../query/promql/finding";
import { readQuery } from "../../../query/promql/read-query";
import { syntaxFindings } from "../../../query/promql/syntax";
import { referenceSpec } from "../../support/reference-spec";
import { itNeeding } from "../../support/describe-needing";

const declarations = referenceSpec("declarations.json");

/** Mistakes of a query apart from the series it reads. */
function mistakesIn(expr: string): readonly Finding[] {
  const query = readQuery(expr);
  const findings = [...syntaxFindings(query.text, query.top)];
  query.top.cursor().iterate(({ node }) => {
    findings.push(...checkRefused(query, node));
  });
  return findings;
}

/** Every text under `expr`, `exprs`, `bad` and `total`, at any depth. */
function expressionsIn(value: unknown, below = ""): readonly string[] {
  if (typeof value === "string") {
    return ["expr", "exprs", "bad", "total"].includes(below) ? [value] : [];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    expressionsIn(
      item,
      below === "exprs" || Array.isArray(value) ? below : key,
    ),
  );
}

/** A template, whose names in `${}` stand for queries. */
const isTemplate = (expr: string): boolean =>
  expr.includes("${") || expr.includes("…") || expr.startsWith("the same");

itNeeding("the specification", declarations !== undefined)(
  "accepts every expression of the specification",
  () => {
    const expressions = expressionsIn(
      JSON.parse(readFileSync(declarations ?? "", "utf8")),
    ).filter((expr) => !isTemplate(expr));
    expect(expressions.length).toBeGreaterThan(500);
    expect(expressions.filter((expr) => mistakesIn(expr).length > 0)).toEqual(
      [],
    );
  },
);

it("does not depend on how busy the machine is", () => {
  // An editor stops parsing after 20 ms; this parser has no time limit.
  const now = jest.spyOn(Date, "now");
  try {
    expect(
      syntaxFindings(
        "sum(increase(a_total[30d])) / (sum(increase(b_total[30d])) > 0)",
      ),
    ).toEqual([]);
    expect(now).not.toHaveBeenCalled();
  } finally {
    now.mockRestore();
  }
});
