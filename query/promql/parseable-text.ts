import { COMMENT, PLACEHOLDER, STRING, anyOf } from "./lexical";

const VARIABLE = /\$\{\w+(?::\w+)?\}|\$\w+/;

/** Parts that are not PromQL, with the brackets and strings that determine their meaning. */
const PART = anyOf([STRING, COMMENT, VARIABLE, PLACEHOLDER, /[[\]]/]);

/** Most queries contain none of these. */
const NEEDS_WORK = /[$#]|\{[A-Za-z]\w*\}/;

const DURATION_MACRO = /^\$\{?__(?:rate_interval|interval|range)\}?$/;
const NUMBER_MACRO =
  /^\$\{?__(?:(?:rate_)?interval_ms|range_ms|range_s|from|to)\}?$/;

/** A placeholder name for a variable of unknown text. */
export const isVariableName = (name: string): boolean => /^_+$/.test(name);

/** Grafana substitutes a variable by any text. */
export const hasVariable = (value: string): boolean =>
  /\$(?:\{|[A-Za-z_])/.test(value);

/**
 * The query as plain PromQL of the same length, so that positions are those of the original:
 * Grafana's intervals become a duration, names of thresholds a number, comments blanks. A variable
 * becomes what its position requires: a duration, a name, or a number; inside a string it stays,
 * since any text is valid there.
 *
 * @see
 *   https://grafana.com/docs/grafana/latest/dashboards/variables/add-template-variables/#global-variables
 */
export function parseableText(query: string): string {
  if (!NEEDS_WORK.test(query)) return query;
  let inRange = false;
  return query.replace(PART, (part: string, _name: unknown, at: number) => {
    switch (part.charAt(0)) {
      case "[":
      case "]":
        inRange = part === "[";
        return part;
      case "#":
        return " ".repeat(part.length);
      case "{":
        return numberText(part);
      case "$":
        return variableText(
          part,
          query.slice(0, at),
          query.slice(at + part.length),
          inRange,
        );
      default:
        return part;
    }
  });
}

/** A number of the same length, so that later positions do not change. */
const numberText = ({ length }: string): string => "1".padStart(length, "0");

function variableText(
  variable: string,
  before: string,
  after: string,
  inRange: boolean,
): string {
  const number = numberText(variable);
  if (NUMBER_MACRO.test(variable)) return number;
  if (DURATION_MACRO.test(variable) || inRange || /\boffset\s+-?$/.test(before))
    // `[${minutes}m]` already has its unit.
    return /^[a-z]/.test(after) ? number : "5m".padStart(variable.length, "0");
  const isName =
    /^\s*[{[]/.test(after) ||
    /\b(?:by|without|on|ignoring|group_left|group_right)\s*\([^()]*$/.test(
      before,
    );
  return isName ? "_".repeat(variable.length) : number;
}
