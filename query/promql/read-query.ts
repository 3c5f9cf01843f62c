import { checkLength } from "./check-length";
import { namesIn } from "./names-in";
import { isVariableName, parseableText } from "./parseable-text";
import { treeOf } from "./query-shape";
import { syntaxTree } from "./syntax";
import type { Query } from "./tree";

/** Declared queries: the checks of a query and the rules made of it all need its tree. */
const known = new Map<string, Query>();

/** A declared query with its tree, valid or not. Each shape is parsed once. */
export function readQuery(written: string): Query {
  const before = known.get(written);
  if (before !== undefined) return before;
  // Readers of the tree call themselves for each level: one that is too deep ends the program.
  const query =
    checkLength(written).length > 0
      ? { written, text: "", top: syntaxTree("") }
      : parsed(written);
  known.set(written, query);
  return query;
}

/**
 * Names of the series that a query reads, without duplicates. For generated texts, which are many:
 * nothing is kept of them but the tree of their shape.
 */
export const namesRead = (written: string): readonly string[] => [
  ...new Set(
    namesIn(known.get(written) ?? parsed(written)).filter(
      (name) => !isVariableName(name),
    ),
  ),
];

function parsed(written: string): Query {
  const text = parseableText(written);
  return { written, text, top: treeOf(text) };
}
