import type { SyntaxNode } from "@lezer/common";
import { secondsOf } from "./durations";
import type { Finding } from "./finding";
import { operandsOf, textOf, writtenOf } from "./tree";
import type { Query } from "./tree";

/** Expressions that `offset` and `@` may follow. */
const SHIFTED = new Set([
  "VectorSelector",
  "MatrixSelector",
  "SubqueryExpr",
  "OffsetExpr",
  "StepInvariantExpr",
]);

/**
 * Timestamps are whole milliseconds in 64 bits, but the engine compares seconds with the maximum.
 */
const LATEST_SECONDS = 2 ** 63;

/**
 * `offset` and `@` must follow a selector or a subquery, each at most once.
 * @see https://prometheus.io/docs/prometheus/latest/querying/basics/#offset-modifier
 */
export function checkShift(query: Query, node: SyntaxNode): readonly Finding[] {
  const [operand] = operandsOf(node);
  if (operand === undefined) return [];
  const word = node.name === "OffsetExpr" ? "offset" : "@";
  if (!SHIFTED.has(operand.name)) {
    return [
      {
        from: operand.from,
        to: operand.to,
        message: `${word} follows a selector, not ${writtenOf(query, operand)}`,
        next: "put it after each selector, or after a subquery",
      },
    ];
  }
  const { from, to } = node;
  return [
    ...(isSetIn(query, operand, node.name)
      ? [
          {
            from,
            to,
            message: `${word} is set twice in ${writtenOf(query, node)}`,
            next: "leave one of them out",
          },
        ]
      : []),
    ...checkMoment(query, node),
  ];
}

/** Whether one of the preceding modifiers is of this kind; the engine ignores an offset of zero. */
function isSetIn(query: Query, node: SyntaxNode, kind: string): boolean {
  if (node.name !== "OffsetExpr" && node.name !== "StepInvariantExpr") {
    return false;
  }
  const [operand] = operandsOf(node);
  return (
    (node.name === kind && !isZeroOffset(query, node)) ||
    (operand !== undefined && isSetIn(query, operand, kind))
  );
}

const isZeroOffset = (query: Query, node: SyntaxNode): boolean => {
  const length = node.getChild("OffsetDurationExpr");
  return length !== null && secondsOf(textOf(query, length)) === 0;
};

/** A selector as the engine sees it: an offset of zero is ignored. */
export function withoutZeroOffsets(query: Query, node: SyntaxNode): SyntaxNode {
  const [operand] = operandsOf(node);
  return node.name === "OffsetExpr" &&
    operand !== undefined &&
    isZeroOffset(query, node)
    ? withoutZeroOffsets(query, operand)
    : node;
}

function checkMoment(query: Query, node: SyntaxNode): readonly Finding[] {
  if (node.name !== "StepInvariantExpr") return [];
  // The first may be the operand, if that is a number; but then an earlier check refuses it.
  const moment = node.getChildren("NumberDurationLiteral").at(-1);
  if (moment === undefined) return [];
  const { from, to } = moment;
  const written = textOf(query, moment);
  const seconds = secondsOf(written) ?? Number(written);
  // Hexadecimal numbers and those with underscores are not parsed here.
  const outside =
    /inf|nan/i.test(written) || Math.abs(seconds) >= LATEST_SECONDS;
  return outside
    ? [
        {
          from,
          to,
          message: `@ names a time in Unix seconds, got ${writtenOf(query, moment)}`,
          next: "correct it",
        },
      ]
    : [];
}
