import { checkLength } from "./check-length";
import { parseableText } from "./parseable-text";
import { treeOf } from "./shared-tree";
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
      : parsedQuery(written);
  known.set(written, query);
  return query;
}

/** A query with its tree, where somebody has read it before. */
export const knownQuery = (written: string): Query | undefined =>
  known.get(written);

/** A query with its tree, which is not kept. */
export function parsedQuery(written: string): Query {
  const text = parseableText(written);
  return { written, text, top: treeOf(text) };
}
