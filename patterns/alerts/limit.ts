import { decimal } from "../../model/decimal";
import { thresholdValue } from "../../model/threshold";
import type { Threshold } from "../../model/threshold";

/** How a value is compared with its limit. */
export type Comparison = ">" | ">=" | "<" | "<=";

/** The limit of an alert. */
export interface Limit {
  /** Its name in the expression, by which an environment overrides it: `usedRatio`. */
  readonly name: string;
  readonly value: Threshold;
  readonly comparison: Comparison;
}

/**
 * Values on both sides of a limit, so close that mutants of the limit by a fifth or a quarter are
 * detected.
 */
export interface AroundLimit {
  /** A value at which the alert fires. */
  readonly beyond: number;
  /** The nearest value at which it does not. */
  readonly within: number;
}

/** The values on both sides of a limit. */
export function aroundLimit({ value, comparison }: Limit): AroundLimit {
  const limit = thresholdValue(value);
  // Whole numbers differ by at least one; a ratio is varied by a tenth.
  const step =
    Number.isInteger(limit) && value.kind !== "ratio"
      ? 1
      : Math.abs(limit) / 10;
  switch (comparison) {
    case ">":
      return { beyond: exact(limit + step), within: limit };
    case ">=":
      return { beyond: limit, within: exact(limit - step) };
    case "<":
      return { beyond: exact(limit - step), within: limit };
    case "<=":
      return { beyond: limit, within: exact(limit + step) };
  }
}

const exact = (value: number): number => Number(decimal(value));

/** `name > {usedRatio}`, with the limit under its name. */
export const limited = (
  expr: string,
  { name, value, comparison }: Limit,
): {
  readonly expr: string;
  readonly thresholds: Readonly<Record<string, Threshold>>;
} => ({
  expr: `${expr} ${comparison} {${name}}`,
  thresholds: { [name]: value },
});

/** Whether values above the limit are bad. */
export const isUpper = ({ comparison }: Limit): boolean =>
  comparison.startsWith(">");
