import { parseableText } from "./parseable-text";
import { syntaxTree } from "./syntax";
import type { Query } from "./tree";

/** A declared query with its tree, whether or not it is right. */
export function readQuery(written: string): Query {
  const text = parseableText(written);
  return { written, text, top: syntaxTree(text) };
}
