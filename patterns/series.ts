import type { Example } from "../model/slo";

/** Labels by name. */
export type Labels = Readonly<Record<string, string>>;

/** A series or selector taken apart. */
interface Parts {
  readonly name: string;
  /** Labels that stand with `=`; other matchers say no value. */
  readonly labels: Labels;
}

/** Takes `up{app="shop", pod=~"a.*"}` apart: its name and what it says with `=`. */
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

/** The same series with these labels set, whatever they were. */
export function withLabels(series: string, labels: Labels): string {
  const parts = partsOf(series);
  return written({ ...parts, labels: { ...parts.labels, ...labels } });
}

/**
 * The label by which series differ that are put together: the pod, or its container where pods are
 * kept apart.
 */
export const spreadLabel = (by: readonly string[]): string =>
  by.includes("pod") ? "container" : "pod";

/** What a selector demands with `=`. */
export const equalityMatchers = (selector: string): Labels =>
  partsOf(selector).labels;

/** A series that a selector selects; labels that it demands otherwise than with `=` are given. */
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
 * Labels that are kept (`by`), with the values that an example has.
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
 * Series like these that a selector must not count: for each label that it demands with `=` one
 * with another value, so that a matcher that is forgotten or turned round shows.
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
