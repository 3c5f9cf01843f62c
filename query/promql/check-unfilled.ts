import type { Finding } from "./finding";
import { COMMENT, PLACEHOLDER, STRING, anyOf } from "./lexical";

const PART = anyOf([STRING, COMMENT, PLACEHOLDER, /\$\{?\w+(?::\w+)?\}?/]);

/** Who fills in the parts of a query that are not PromQL. */
export interface Filled {
  /** Names in braces: the thresholds of an alert. */
  readonly names: boolean;
  /** Grafana's intervals and variables: panels. */
  readonly variables: boolean;
}

/**
 * Parts that nobody fills in: Prometheus would refuse the whole file of rules, and Grafana shows an
 * error.
 */
export const checkUnfilled = (
  expr: string,
  { names, variables }: Filled,
): readonly Finding[] =>
  [...expr.matchAll(PART)].flatMap(({ 0: part, index: from }) => {
    const to = from + part.length;
    if (part.startsWith("{") && !names) {
      return [
        {
          from,
          to,
          message: `${part} is filled in by nothing`,
          next: "write the value: only alerts have thresholds that are filled in",
        },
      ];
    }
    return part.startsWith("$") && !variables
      ? [
          {
            from,
            to,
            message: `${part} belongs to Grafana; Prometheus does not know it`,
            next: "write the value, such as [5m]",
          },
        ]
      : [];
  });
