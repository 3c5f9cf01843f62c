import { readQuery } from "../../../query/promql/read-query";
import { selectorOf } from "../../../query/promql/tree";

/**
 * A series as examples and proofs write it: `up{job="a"}`, or its name alone.
 * @throws Error if the text is no series
 */
export function readSeries(written: string): {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
} {
  const query = readQuery(written);
  const node = query.top.getChild("VectorSelector");
  const { name, matchers } =
    node === null ? { name: undefined, matchers: [] } : selectorOf(query, node);
  if (name === undefined) throw new Error(`"${written}" is no series`);
  return {
    name,
    labels: Object.fromEntries(
      matchers.map(({ label, value }) => [label, value]),
    ),
  };
}
