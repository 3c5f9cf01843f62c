import { readPattern } from "./re2-pattern";

/** A label that takes these values and no other. */
interface ListedValues {
  readonly kind: "values";
  readonly values: readonly string[];
}

/** A label whose values all match one pattern: status codes, versions. */
interface PatternValues {
  readonly kind: "pattern";
  /** RE2, matches the whole value. */
  readonly pattern: string;
  /** How many different values there are at most. */
  readonly upTo: number;
  /** Values that it takes, for proofs and simulations; at least one. */
  readonly examples: readonly string[];
}

/** A label whose values nobody can list beforehand: routes, queues, names of models. */
interface OpenValues {
  readonly kind: "open";
  /** How many different values there are at most. */
  readonly upTo: number;
  /** Values that it takes, for proofs and simulations; at least one. */
  readonly examples: readonly string[];
}

/** Which values a label takes. A label that a series may lack has the value `""` too. */
export type LabelValues = ListedValues | PatternValues | OpenValues;

/** These values and no other: `values("taken", "failed")`. */
export const values = (...listed: readonly string[]): ListedValues => ({
  kind: "values",
  values: listed,
});

/**
 * Values of one shape: `pattern("[1-5][0-9]{2}", { upTo: 12, examples: ["200", "500"] })`.
 *
 * @param shape RE2 that matches the whole value
 */
export const pattern = (
  shape: string,
  { upTo, examples }: Omit<OpenValues, "kind">,
): PatternValues => ({ kind: "pattern", pattern: shape, upTo, examples });

/** Values that nobody can list: `open({ upTo: 40, examples: ["/orders", "/cart"] })`. */
export const open = ({
  upTo,
  examples,
}: Omit<OpenValues, "kind">): OpenValues => ({ kind: "open", upTo, examples });

/** How many different values there are at most. */
export const mostValues = (known: LabelValues): number =>
  known.kind === "values" ? known.values.length : known.upTo;

/** Values that it takes: all of them where they are listed. */
export const exampleValues = (known: LabelValues): readonly string[] =>
  known.kind === "values" ? known.values : known.examples;

/** Whether it may take this value. */
export function mayBe(known: LabelValues, value: string): boolean {
  switch (known.kind) {
    case "values":
      return known.values.includes(value);
    case "pattern":
      return readPattern(known.pattern).matches(value);
    case "open":
      return true;
  }
}

/** The values of all of them; `undefined` where nobody can tell which there are. */
export function anyOf(
  several: readonly (LabelValues | undefined)[],
): LabelValues | undefined {
  const [first] = several;
  if (several.every((each) => each === first)) return first;
  const listed = several.flatMap((each) =>
    each?.kind === "values" ? [each.values] : [],
  );
  if (listed.length === several.length)
    return values(...new Set(listed.flat()));
  return first?.kind === "pattern" &&
    several.every(
      (each) => each?.kind === "pattern" && each.pattern === first.pattern,
    )
    ? first
    : undefined;
}
