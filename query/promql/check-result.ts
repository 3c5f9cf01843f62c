import type { SyntaxNode } from "@lezer/common";
import type { Finding } from "./finding";

/** What is returned must be a sample for each series, not a range of them or a text. */
export function checkResult(top: SyntaxNode): readonly Finding[] {
  let node: SyntaxNode | null = top;
  while (node !== null && WRAPPING.has(node.name)) node = node.firstChild;
  if (node === null || !WRONG.has(node.name)) return [];
  const { from, to, name } = node;
  return [
    {
      from,
      to,
      message:
        name === "StringLiteral"
          ? "the result is a text, which nothing can compare or draw"
          : "the result is a range of samples, where one of each series is needed",
      next:
        name === "StringLiteral"
          ? "ask for a series"
          : "put a function of a range around it: rate(…), max_over_time(…)",
    },
  ];
}

const WRAPPING = new Set([
  "PromQL",
  "ParenExpr",
  "OffsetExpr",
  "StepInvariantExpr",
]);
const WRONG = new Set(["MatrixSelector", "SubqueryExpr", "StringLiteral"]);
