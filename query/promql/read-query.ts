import { parseableText } from "./parseable-text";
import { syntaxTree } from "./syntax";
import type { Query } from "./tree";

/** Queries that were read: the checks of one query and the rules made of it all ask for its tree, which takes a kilobyte. */
const known = new Map<string, Query>();

/** A declared query with its tree, whether or not it is right. Each text is parsed once. */
export function readQuery(written: string): Query {
  const before = known.get(written);
  if (before !== undefined) return before;
  const text = parseableText(written);
  const query = { written, text, top: syntaxTree(text) };
  known.set(written, query);
  return query;
}
