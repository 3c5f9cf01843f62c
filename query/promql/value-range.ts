/** The values that an expression can have. */
export interface ValueRange {
  readonly low: number;
  readonly high: number;
  /** Whether a value is never `low` itself, as after `> 0`. */
  readonly aboveLow?: boolean;
  /** Whether a value may be no number, as 0 / 0 is. */
  readonly nan: boolean;
}

/** Any value. */
export const ANY: ValueRange = { low: -Infinity, high: Infinity, nan: true };

/** From 0 up: counts, rates, counters. */
export const NOT_NEGATIVE: ValueRange = { low: 0, high: Infinity, nan: false };

/** Between two ends. */
export const between = (low: number, high: number): ValueRange => ({
  low,
  high,
  nan: false,
});

/** One value. */
export const exactly = (value: number): ValueRange => between(value, value);

/** Values of either. */
export function eitherOf(one: ValueRange, other: ValueRange): ValueRange {
  const low = Math.min(one.low, other.low);
  const ends = [one, other].filter((range) => range.low === low);
  return {
    low,
    high: Math.max(one.high, other.high),
    aboveLow: ends.every(({ aboveLow }) => aboveLow === true),
    nan: one.nan || other.nan,
  };
}

/** The values with the other sign. */
export const negated = ({ low, high, nan }: ValueRange): ValueRange => ({
  low: -high,
  high: -low,
  nan,
});

/** Sums of one value of each. */
export const added = (one: ValueRange, other: ValueRange): ValueRange => ({
  low: one.low + other.low,
  high: one.high + other.high,
  aboveLow: one.aboveLow === true || other.aboveLow === true,
  nan: one.nan || other.nan,
});

/** Products; known only of values that are not negative. */
export const multiplied = (one: ValueRange, other: ValueRange): ValueRange =>
  one.low < 0 || other.low < 0
    ? ANY
    : {
        low: one.low * other.low,
        high: one.high === 0 || other.high === 0 ? 0 : one.high * other.high,
        nan: one.nan || other.nan,
      };

/** Quotients; known only of values that are not negative. 0 / 0 is no number. */
export const divided = (one: ValueRange, other: ValueRange): ValueRange =>
  one.low < 0 || other.low < 0
    ? ANY
    : {
        low: 0,
        high: Infinity,
        nan: one.nan || other.nan || mayBeZero(other),
      };

/** Whether 0 is among values that are not negative. */
export const mayBeZero = ({ low, aboveLow }: ValueRange): boolean =>
  low === 0 && aboveLow !== true;

/** How a value is compared with a number. */
export const COMPARISONS = [">", ">=", "<", "<=", "==", "!="] as const;

/** One of {@link COMPARISONS}. */
export type Comparison = (typeof COMPARISONS)[number];

/** Whether a text is one of {@link COMPARISONS}. */
export const isComparison = (text: string): text is Comparison =>
  (COMPARISONS as readonly string[]).includes(text);

/** The same comparison with its sides exchanged: `5 < x` is `x > 5`. */
export const exchanged = (comparison: Comparison): Comparison =>
  MIRRORED[comparison];

const MIRRORED: Readonly<Record<Comparison, Comparison>> = {
  ">": "<",
  ">=": "<=",
  "<": ">",
  "<=": ">=",
  "==": "==",
  "!=": "!=",
};

/** The values that fulfil a comparison with a number; no comparison but `!=` holds for NaN. */
export function fulfilling(
  range: ValueRange,
  comparison: Comparison,
  limit: number,
): ValueRange {
  switch (comparison) {
    case ">":
      return limit < range.low
        ? { ...range, nan: false }
        : { low: limit, high: range.high, aboveLow: true, nan: false };
    case ">=":
      return limit <= range.low
        ? { ...range, nan: false }
        : { low: limit, high: range.high, nan: false };
    case "<":
    case "<=":
      return { ...range, high: Math.min(range.high, limit), nan: false };
    case "==":
      return exactly(limit);
    case "!=":
      return range.low === limit ? { ...range, aboveLow: true } : range;
  }
}

/** Whether every value fulfils it. */
export function holdsForAll(
  { low, high, aboveLow = false, nan }: ValueRange,
  comparison: Comparison,
  limit: number,
): boolean {
  if (comparison === "!=") {
    return limit < low || limit > high || (limit === low && aboveLow);
  }
  if (nan) return false;
  switch (comparison) {
    case ">":
      return low > limit || (low === limit && aboveLow);
    case ">=":
      return low >= limit;
    case "<":
      return high < limit;
    case "<=":
      return high <= limit;
    case "==":
      return low === limit && high === limit;
  }
}

const OPPOSITES: Readonly<Record<Comparison, Comparison>> = {
  ">": "<=",
  ">=": "<",
  "<": ">=",
  "<=": ">",
  "==": "!=",
  "!=": "==",
};

/** Whether no value fulfils it. */
export const holdsForNone = (
  range: ValueRange,
  comparison: Comparison,
  limit: number,
): boolean =>
  // NaN fulfils `!=` alone.
  !(range.nan && comparison === "!=") &&
  holdsForAll({ ...range, nan: false }, OPPOSITES[comparison], limit);

/** `never below 0`, `between 0 and 1`. */
export function rangeText({ low, high, aboveLow = false }: ValueRange): string {
  if (low === high) return `always ${String(low)}`;
  if (low === -Infinity) return `never above ${String(high)}`;
  if (high === Infinity) {
    return aboveLow
      ? `always above ${String(low)}`
      : `never below ${String(low)}`;
  }
  return `between ${String(low)} and ${String(high)}`;
}
