import { shortQuery } from "../model/short-query";

/** An aggregation of series. */
export type Aggregation = "sum" | "max" | "min" | "avg";

/** `sum(x)`, or `sum by (pod) (x)` with grouping labels. */
export const aggregated = (
  aggregation: Aggregation,
  by: readonly string[],
  query: string,
): string =>
  by.length === 0
    ? `${aggregation}(${query})`
    : `${aggregation} by (${by.join(", ")}) (${query})`;

/** An equivalent mutant of an aggregation. */
interface SilentPart {
  /** The aggregation, as it is written in the rule. */
  readonly query: string;
  /** Its replacement: `avg`. */
  readonly becomes: Aggregation;
  /** Why no series can distinguish the two. */
  readonly why: string;
  /** Aggregations before it in the rule that have the same name when shortened. @default none */
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

/** A number without binary rounding errors, as proofs compare recorded values. */
export const rounded = (value: number): number => Number(value.toFixed(9));
