import { STRING, anyOf } from "./lexical";
import { namesIn } from "./names-in";
import { isVariableName, parseableText } from "./parseable-text";
import { syntaxTree } from "./syntax";
import type { Query } from "./tree";

/**
 * Queries that were read: the checks of one query and the rules made of it all ask for its tree,
 * which takes a kilobyte.
 */
const known = new Map<string, Query>();

/** A declared query with its tree, whether or not it is right. Each text is parsed once. */
export function readQuery(written: string): Query {
  const before = known.get(written);
  if (before !== undefined) return before;
  const query = parsed(written);
  known.set(written, query);
  return query;
}

const STRINGS = anyOf([STRING]);

/** Names by the shape of a query, which systems share: what stands in strings is blank. */
const namesByShape = new Map<string, readonly string[]>();

/**
 * Where a string may say which series is meant, `{__name__="up"}` or `{"up"}`, or may be part of a
 * comment.
 */
const NEEDS_STRINGS = /__name__|\{(?:[^{}]*,)?\s*""\s*[,}]|#/;

/**
 * Names of the series that a query reads, each once. For texts that were generated, which are many
 * and much alike: each shape is parsed once, and no tree is kept.
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
