import { readQuery } from "../query/promql/read-query";
import { selectorOf } from "../query/promql/tree";

/** The name and all labels of a series. */
export interface NamedSeries {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** As promtool reads it: `up{job="a"}`. */
export const seriesText = ({ name, labels }: NamedSeries): string =>
  `${name}{${Object.entries(labels)
    .map(([label, value]) => `${label}=${JSON.stringify(value)}`)
    .join(",")}}`;

/** The series of a text, which may be its name alone; undefined if it is none. */
export function seriesIn(text: string): NamedSeries | undefined {
  const query = readQuery(text);
  const node = query.top.getChild("VectorSelector");
  if (node === null) return undefined;
  const { name, matchers } = selectorOf(query, node);
  return name === undefined
    ? undefined
    : {
        name,
        labels: Object.fromEntries(
          matchers.map(({ label, value }) => [label, value]),
        ),
      };
}

/** {@link seriesIn}. @throws Error if the text is no series */
export function readSeries(text: string): NamedSeries {
  const series = seriesIn(text);
  if (series === undefined) throw new Error(`"${text}" is no series`);
  return series;
}
