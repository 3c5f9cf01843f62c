import type { Finding } from "./finding";

/** Longest query, in characters; the parser gives up on the nesting of longer ones. */
const LONGEST = 5_000;
/** Deepest nesting of brackets that the parser follows. */
const DEEPEST = 100;

/** A query that is too long or too deep to be read, before anything else is said of it. */
export function checkLength(expr: string): readonly Finding[] {
  const whole = { from: 0, to: expr.length };
  if (expr.length > LONGEST) {
    return [
      {
        ...whole,
        message: `the expression is too long to be read: ${String(expr.length)} characters, ${String(LONGEST)} at most`,
        next: "record parts of it",
      },
    ];
  }
  return nestingOf(expr) > DEEPEST
    ? [
        {
          ...whole,
          message: `the expression is nested too deeply to be read: ${String(DEEPEST)} brackets at most`,
          next: "record parts of it",
        },
      ]
    : [];
}

function nestingOf(expr: string): number {
  let depth = 0;
  let deepest = 0;
  for (const sign of expr) {
    if (sign === "(") depth += 1;
    if (sign === ")") depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
