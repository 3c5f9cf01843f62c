import type { Example } from "../model/slo";

/** Labels by name. */
export type Labels = Readonly<Record<string, string>>;

/** A parsed series or selector. */
interface Parts {
  readonly name: string;
  /** Labels with `=`; other matchers give no value. */
  readonly labels: Labels;
}

/** Parses `up{app="shop", pod=~"a.*"}`: its name and its `=` matchers. */
function partsOf(text: string): Parts {
  const [name = ""] = text.split("{");
  return {
    name: name.trim(),
    labels: Object.fromEntries(
      [...text.matchAll(/(\w+)\s*=\s*"([^"]*)"/g)].map(
        ([, label = "", value = ""]) => [label, value],
      ),
    ),
  };
}

const written = ({ name, labels }: Parts): string => {
  const pairs = Object.entries(labels).map(
    ([label, value]) => `${label}="${value}"`,
  );
  return pairs.length === 0 ? name : `${name}{${pairs.join(", ")}}`;
};

/** The same series with these labels replaced. */
export function withLabels(series: string, labels: Labels): string {
  const parts = partsOf(series);
  return written({ ...parts, labels: { ...parts.labels, ...labels } });
}

/**
 * The label that distinguishes series to aggregate: the pod, or its container if pods are grouped
 * by.
 */
export const spreadLabel = (by: readonly string[]): string =>
  by.includes("pod") ? "container" : "pod";

/** The `=` matchers of a selector. */
export const equalityMatchers = (selector: string): Labels =>
  partsOf(selector).labels;

/** The matchers of a selector as they are written: `system="shop"`, `status=~"5.."`. */
export const matchersIn = (selector: string): readonly string[] =>
  [...selector.matchAll(/\w+\s*(?:=~|!~|!=|=)\s*"[^"]*"/g)].map(
    ([matcher]) => matcher,
  );

/** A series that a selector matches; labels with other matchers are given. */
export const seriesOf = (selector: string, labels: Labels = {}): string =>
  withLabels(written(partsOf(selector)), labels);

/** An example with labels set on each of its series. */
export const exampleWith = (example: Example, labels: Labels): Example =>
  Object.fromEntries(
    Object.entries(example).map(([series, amount]) => [
      withLabels(series, labels),
      amount,
    ]),
  );

/**
 * Grouping labels (`by`), with the values of an example.
 * @throws Error when no series of the example has one of them
 */
export const labelsIn = (
  example: Example,
  by: readonly string[],
): Record<string, string> =>
  Object.fromEntries(
    by.map((label) => {
      const value = Object.keys(example)
        .map((series) => partsOf(series).labels[label])
        .find((each) => each !== undefined);
      if (value === undefined) {
        throw new Error(
          `no series of the example ${Object.keys(example).join(", ")} has the label "${label}", which is kept`,
        );
      }
      return [label, value];
    }),
  );

/**
 * Similar series that a selector must not match: for each `=` matcher one with another value, so
 * that a missing or negated matcher is detected.
 */
export const unrelatedSeries = (
  selector: string,
  example: Example,
): readonly Example[] =>
  Object.entries(equalityMatchers(selector)).flatMap(([label, value]) => {
    const concerned = Object.keys(example).some(
      (series) => partsOf(series).labels[label] === value,
    );
    return concerned ? [exampleWith(example, { [label]: "other" })] : [];
  });
