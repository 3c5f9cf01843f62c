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

/** Matchers that were read, since a tree is asked for every alert. */
const known = new Map<string, Matcher>();

/** Reads a matcher back. @throws Error where it is not in the form that {@link matcher} writes. */
export function readMatcher(text: string): Matcher {
  const before = known.get(text);
  if (before !== undefined) return before;
  const found = FORM.exec(text);
  const [, label, operator, value] = found ?? [];
  if (label === undefined || operator === undefined || value === undefined) {
    throw new Error(`${text} is no matcher of the form label="value"`);
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
 * Whether labels fulfil all of the matchers. A label that is not there counts as empty; expressions
 * match the whole value.
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
 * Alertmanager matches the whole value too, but unlike Prometheus leaves line breaks out of what
 * `.` stands for.
 * @throws Error where it is no regular expression
 */
function withoutLineBreaks(expression: string): string {
  const { problem } = readPattern(expression);
  if (problem === undefined) return `(?-s:${expression})`;
  throw new Error(`"${expression}" is no regular expression: ${problem}`);
}
