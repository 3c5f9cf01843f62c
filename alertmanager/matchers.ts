import { fulfils } from "../model/label-matcher";
import type { LabelCondition, MatchOperator } from "../model/label-matcher";
import { readPattern } from "../model/re2-pattern";

/** A condition on one label. */
export interface Matcher extends LabelCondition {
  readonly label: string;
}

const FORM = /^([a-zA-Z_][a-zA-Z0-9_]*)(=~|!~|!=|=)"((?:[^"\\]|\\.)*)"$/;

/** A matcher as Alertmanager writes it, in the strict form: `priority=~"P2|P3"`. */
export const matcher = (
  label: string,
  operator: MatchOperator,
  value: string,
): string => `${label}${operator}${JSON.stringify(value)}`;

/** A matcher of one of several values, none of which has a character of regular expressions. */
export const oneOf = (label: string, values: readonly string[]): string =>
  values.length === 1
    ? matcher(label, "=", values.join(""))
    : matcher(label, "=~", values.join("|"));

/** A matcher of every other value. */
export const noneOf = (label: string, values: readonly string[]): string =>
  values.length === 1
    ? matcher(label, "!=", values.join(""))
    : matcher(label, "!~", values.join("|"));

/** Parsed matchers, cached because the tree is walked for every alert. */
const known = new Map<string, Matcher>();

/** Parses a matcher. @throws Error where it is not in the form that {@link matcher} writes. */
export function readMatcher(text: string): Matcher {
  const before = known.get(text);
  if (before !== undefined) return before;
  const found = FORM.exec(text);
  const [, label, operator, value] = found ?? [];
  if (label === undefined || operator === undefined || value === undefined) {
    throw new Error(`${text} is not a matcher of the form label="value"`);
  }
  const read: Matcher = {
    label,
    operator: operator as MatchOperator,
    value: String(JSON.parse(`"${value}"`)),
  };
  known.set(text, read);
  return read;
}

/**
 * Whether labels satisfy all of the matchers. A missing label counts as empty; expressions are
 * anchored.
 */
export const matches = (
  matchers: readonly string[],
  labels: Readonly<Record<string, string>>,
): boolean =>
  matchers.every((text) => {
    const { label, operator, value } = readMatcher(text);
    const actual = labels[label] ?? "";
    return operator.endsWith("~")
      ? fulfils({ operator, value: withoutLineBreaks(value) }, actual)
      : fulfils({ operator, value }, actual);
  });

/**
 * Alertmanager anchors expressions as Prometheus does, but there `.` does not match a line break.
 * @throws Error where it is not a valid regular expression
 */
function withoutLineBreaks(expression: string): string {
  const { problem } = readPattern(expression);
  if (problem === undefined) return `(?-s:${expression})`;
  throw new Error(
    `"${expression}" is not a valid regular expression: ${problem}`,
  );
}
