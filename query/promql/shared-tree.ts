import type { SyntaxNode } from "@lezer/common";
import { parser } from "@prometheus-io/lezer-promql";
import { STRING, anyOf } from "./lexical";
import { hasError, syntaxTree } from "./syntax";

/** A name that no grammar can take for a word of its own: those have no colon, few have `_`. */
const NAME = /(?<![\w:.])[A-Za-z]\w*[_:][\w:]*(?![\w:]|\s*\()/;

const PART = anyOf([STRING, NAME]);

/** The words of the language without `_`, as the grammar calls their kinds of node. */
const KINDS = new Set(
  parser.nodeSet.types.map(({ name }) => name.toLowerCase()),
);

/**
 * The text with the letters of names and strings replaced, each by the same one. Queries of one
 * shape have the same tree, position by position: most queries of a system are those of another
 * with its own names.
 *
 * @param text plain PromQL
 */
export const blanked = (text: string): string =>
  text.replace(PART, (part) => {
    const [quote = ""] = part;
    if (/\w/.test(quote)) return isWord(part) ? part : part.replace(/\w/g, "a");
    return part.length < 3
      ? part
      : `${quote}${"a".repeat(part.length - 2)}${quote}`;
  });

/** `group_left`, `count_over_time`: the grammar reads it otherwise than a name. */
const isWord = (name: string): boolean =>
  KINDS.has(name.toLowerCase().replaceAll("_", ""));

/** Trees without errors by the shapes of their queries; undefined where there is an error. */
const trees = new Map<string, SyntaxNode | undefined>();

/**
 * The syntax tree of a query, valid or not, which queries of one shape share. An error stands where
 * it stands in this text, so its tree is its own.
 *
 * @param text plain PromQL
 */
export function treeOf(text: string): SyntaxNode {
  const shape = blanked(text);
  if (!trees.has(shape)) {
    const top = syntaxTree(shape);
    trees.set(shape, hasError(top) ? undefined : top);
  }
  return trees.get(shape) ?? syntaxTree(text);
}
