/** A quoted text, in any of the three quotes. */
export const STRING = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`/;

/** From `#` to the end of the line. */
export const COMMENT = /#[^\n]*/;

/**
 * A name in braces. Right behind a metric's name it would be a broken selector, behind `$` it is
 * Grafana's variable.
 */
export const PLACEHOLDER = /(?<![\w$])\{(?<name>[A-Za-z]\w*)\}/;

/** Finds any of the patterns; the first that fits wins, so what stands in a text is text. */
export const anyOf = (patterns: readonly RegExp[]): RegExp =>
  new RegExp(patterns.map(({ source }) => source).join("|"), "g");
