import { checkLength } from "./check-length";
import { STRING, anyOf } from "./lexical";
import { namesIn } from "./names-in";
import { isVariableName, parseableText } from "./parseable-text";
import { syntaxTree } from "./syntax";
import type { Query } from "./tree";

/**
 * Parsed queries: the checks of a query and the rules made of it all need its tree, which takes a
 * kilobyte.
 */
const known = new Map<string, Query>();

/** A declared query with its tree, valid or not. Each text is parsed once. */
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

const STRINGS = anyOf([STRING]);

/** Names by the shape of a query, with strings blanked, which many systems share. */
const namesByShape = new Map<string, readonly string[]>();

/** A string may name a series, as in `{__name__="up"}` or `{"up"}`, or be part of a comment. */
const NEEDS_STRINGS = /__name__|\{(?:[^{}]*,)?\s*""\s*[,}]|#/;

/**
 * Names of the series that a query reads, without duplicates. For generated texts, which are many
 * and similar: each shape is parsed once, and no tree is kept.
 */
export function namesRead(written: string): readonly string[] {
  const query = known.get(written);
  const blank = query === undefined ? written.replace(STRINGS, '""') : written;
  const shape = NEEDS_STRINGS.test(blank) ? written : blank;
  const before = namesByShape.get(shape);
  if (before !== undefined) return before;
  const names = [
    ...new Set(
      namesIn(query ?? parsed(shape)).filter((name) => !isVariableName(name)),
    ),
  ];
  namesByShape.set(shape, names);
  return names;
}

function parsed(written: string): Query {
  const text = parseableText(written);
  return { written, text, top: syntaxTree(text) };
}
