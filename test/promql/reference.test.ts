import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseableText } from "../../promql/parseable-text";
import { syntaxFindings } from "../../promql/syntax";

const declarations = join(__dirname, "../../../shared/spec/declarations.json");

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

(existsSync(declarations) ? it : it.skip)(
  "accepts every expression of the specification",
  () => {
    const expressions = expressionsIn(
      JSON.parse(readFileSync(declarations, "utf8")),
    ).filter((expr) => !isTemplate(expr));
    expect(expressions.length).toBeGreaterThan(500);
    expect(
      expressions.filter(
        (expr) => syntaxFindings(parseableText(expr)).length > 0,
      ),
    ).toEqual([]);
  },
);

it("does not depend on how busy the machine is", () => {
  // Time passes in leaps, as on a machine that does something else: parsing in slices would stop half-way.
  let leaps = 0;
  const now = jest.spyOn(Date, "now").mockImplementation(() => {
    leaps += 1;
    return leaps < 40 ? leaps * 1_000 : 40_000;
  });
  try {
    expect(
      syntaxFindings(
        "sum(increase(a_total[30d])) / (sum(increase(b_total[30d])) > 0)",
      ),
    ).toEqual([]);
    expect(leaps).toBeGreaterThan(0);
  } finally {
    now.mockRestore();
  }
});
