/** A string literal, with any of the three quotes. */
export const STRING = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`/;

/** From `#` to the end of the line. */
export const COMMENT = /#[^\n]*/;

/**
 * A name in braces. After a metric's name it would be an invalid selector, after `$` it is a
 * Grafana variable.
 */
export const PLACEHOLDER = /(?<![\w$])\{(?<name>[A-Za-z]\w*)\}/;

/** Matches any of the patterns; the first one wins, so the content of a string is never matched. */
export const anyOf = (patterns: readonly RegExp[]): RegExp =>
  new RegExp(patterns.map(({ source }) => source).join("|"), "g");
