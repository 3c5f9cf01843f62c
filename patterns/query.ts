import { shortQuery } from "../model/short-query";

/** How series are put together. */
export type Aggregation = "sum" | "max" | "min" | "avg";

/** `sum(x)`, or `sum by (pod) (x)` where labels are kept. */
export const aggregated = (
  aggregation: Aggregation,
  by: readonly string[],
  query: string,
): string =>
  by.length === 0
    ? `${aggregation}(${query})`
    : `${aggregation} by (${by.join(", ")}) (${query})`;

/** A part of a rule that may be changed without anyone noticing. */
interface SilentPart {
  /** The aggregation, as it is written in the rule. */
  readonly query: string;
  /** What it becomes: `avg`. */
  readonly becomes: Aggregation;
  /** Why no world can tell the two apart. */
  readonly why: string;
  /**
   * Aggregations that stand before it in the rule, which may be called the same when shortened.
   * @default none
   */
  readonly after?: readonly string[];
}

/** An explanation under the name that `npm run proof -- --mutate` gives the change. */
export const silentAggregation = ({
  query,
  becomes,
  why,
  after = [],
}: SilentPart): Readonly<Record<string, string>> => {
  const name = shortQuery(query);
  const place = after.filter((each) => shortQuery(each) === name).length + 1;
  return {
    [`${name}: ${becomes}${place === 1 ? "" : ` (#${String(place)})`}`]: why,
  };
};

/** A number without the last digits of binary fractions, as proofs compare recorded values. */
export const rounded = (value: number): number => Number(value.toFixed(9));
