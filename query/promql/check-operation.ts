import type { SyntaxNode } from "@lezer/common";
import type { ExpressionContext } from "./expression-context";
import type { Finding } from "./finding";
import { labelsOf } from "./labels";
import { matchingOf, operatorOf } from "./matching";
import type { Matching } from "./matching";
import { isVariableName } from "./parseable-text";
import { operandsOf } from "./tree";
import type { Query, Span } from "./tree";

/**
 * The two sides of an operation must be able to match: their samples have the labels that must be
 * equal.
 */
export function checkOperation(
  query: Query,
  node: SyntaxNode,
  context: ExpressionContext,
): readonly Finding[] {
  if (node.getChild("Or")) return [];
  const [leftNode, rightNode] = operandsOf(node);
  if (leftNode === undefined || rightNode === undefined) return [];
  const left = labelsOf(query, leftNode, context.catalogue);
  const right = labelsOf(query, rightNode, context.catalogue);
  if (left === "scalar" || right === "scalar") return [];
  if (left.names === "any" || right.names === "any") return [];
  const { names: leftNames } = left;
  const { names: rightNames } = right;
  const at = { from: node.from, to: node.to };
  const matching = matchingOf(query, node);
  const taken = checkTaken(at, matching, leftNames, rightNames);
  if (matching.kind === "on") {
    return [
      ...matching.labels
        .filter((label) => !leftNames.has(label) || !rightNames.has(label))
        .filter((label) => !isVariableName(label))
        .map((label) => ({
          ...at,
          message: `on (${label}): ${leftNames.has(label) ? "the right" : "the left"} side has no label "${label}"`,
          next: "match on labels that both sides have",
        })),
      ...taken,
    ];
  }
  // A difference is certain only if every sample of both sides has all of its labels.
  if (!left.exact || !right.exact) return taken;
  const compared = (names: ReadonlySet<string>): readonly string[] =>
    [...names].filter((label) => !matching.labels.includes(label)).sort();
  const [ours, theirs] = [compared(leftNames), compared(rightNames)];
  return ours.join() === theirs.join()
    ? taken
    : [
        {
          ...at,
          message: `the sides of "${operatorOf(query, node)}" never match: the left has ${listed(ours)}, the right ${listed(theirs)}`,
          next: "aggregate both by the same labels, or use on (…)",
        },
      ];
}

/** Labels that `group_left` copies must exist. */
function checkTaken(
  at: Span,
  { side, include }: Matching,
  left: ReadonlySet<string>,
  right: ReadonlySet<string>,
): readonly Finding[] {
  const [one, where] =
    side === "left" ? ([right, "right"] as const) : ([left, "left"] as const);
  return include
    .filter((label) => !one.has(label) && !isVariableName(label))
    .map((label) => ({
      ...at,
      message: `group_${side} (${label}): the ${where} side has no label "${label}" to take over`,
      next: `there are ${listed([...one].sort())}`,
    }));
}

const listed = (labels: readonly string[]): string =>
  labels.length === 0 ? "no labels" : labels.join(", ");
