import { readPattern } from "./re2-pattern";

/** How a label is compared, in PromQL, in LogQL and in Alertmanager. */
export type MatchOperator = "=" | "!=" | "=~" | "!~";

/** Whether a text is such an operator, as a half-written query may have none. */
export const isMatchOperator = (text: string): text is MatchOperator =>
  ["=", "!=", "=~", "!~"].includes(text);

/** What a matcher demands of its label. */
export interface LabelCondition {
  readonly operator: MatchOperator;
  /** A text, or a regular expression (RE2) that the whole value matches. */
  readonly value: string;
}

/**
 * Whether a value of a label fulfils a condition. A label that is not there has the value `""`.
 * Every value matches an expression that the engines refuse, which other checks say.
 * @see https://prometheus.io/docs/prometheus/latest/querying/basics/#time-series-selectors
 */
export function fulfils(
  { operator, value }: LabelCondition,
  actual: string,
): boolean {
  switch (operator) {
    case "=":
      return actual === value;
    case "!=":
      return actual !== value;
    case "=~":
      return readPattern(value).matches(actual);
    case "!~":
      return !readPattern(value).matches(actual);
  }
}
