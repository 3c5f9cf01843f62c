import { RegExpParser } from "@eslint-community/regexpp";
import { exampleValues, mayBe } from "../../model/label-values";
import type { LabelValues } from "../../model/label-values";
import { fulfils } from "../../model/label-matcher";
import type { MatchOperator } from "../../model/label-matcher";
import { readPattern } from "../../model/re2-pattern";
import type { Finding } from "./finding";
import { nearest } from "./nearest";
import type { Matcher } from "./tree";

/** Values that are named in a message at most. */
const NAMED = 12;

/**
 * A matcher selects something, excludes something, and so does each of its alternatives, as far as
 * the values of the label are known.
 *
 * @param known values of the label
 * @param mayLack whether a series may be without the label, so that its value is `""`
 */
export function checkMatcherValues(
  {
    node,
    label,
    operator,
    value,
  }: Omit<Matcher, "node"> & {
    readonly node: { readonly from: number; readonly to: number };
  },
  known: LabelValues,
  mayLack: boolean,
): readonly Finding[] {
  const at = { from: node.from, to: node.to };
  // Asks whether the label is there.
  if (value === "" || (operator.endsWith("~") && asksPresence(value))) {
    return [];
  }
  const isThere = operator.endsWith("~")
    ? (alternative: string): boolean => selects(known, alternative, mayLack)
    : (text: string): boolean => mayBe(known, text);
  const asked = operator.endsWith("~") ? alternativesOf(value) : [value];
  const dead = asked.filter((each) => !isThere(each));
  if (dead.length > 0) {
    return dead.map((each) => ({
      ...at,
      message:
        asked.length === 1
          ? `no value of "${label}" is ${quote(operator, each)}, so the matcher ${operator.startsWith("!") ? "excludes" : "selects"} nothing`
          : `no value of "${label}" is ${quote(operator, each)}, so this alternative ${operator.startsWith("!") ? "excludes" : "selects"} nothing`,
      next: `${namedValues(label, each, known)}; ${REMEDIES[known.kind]}`,
    }));
  }
  return operator.startsWith("!") && excludesAll(known, operator, value)
    ? [
        {
          ...at,
          message: `every value of "${label}" is excluded, so the selector reads nothing`,
          next: `${valuesText(label, known)}; ${REMEDIES[known.kind]}`,
        },
      ]
    : [];
}

/** `.*`, `.+` and the like ask for no value in particular. */
const asksPresence = (pattern: string): boolean =>
  /^\(?\.[*+]\)?$/.test(pattern);

const quote = (operator: string, text: string): string =>
  operator.endsWith("~") ? `like "${text}"` : `"${text}"`;

function selects(
  known: LabelValues,
  alternative: string,
  mayLack: boolean,
): boolean {
  const { matches, problem } = readPattern(alternative);
  return (
    problem !== undefined ||
    known.kind === "open" ||
    exampleValues(known).some(matches) ||
    // A text without operators matches itself alone, where it matches itself.
    (matches(alternative) && mayBe(known, alternative)) ||
    (mayLack && matches(""))
  );
}

/** Only listed values can be excluded to the last. */
function excludesAll(
  known: LabelValues,
  operator: MatchOperator,
  value: string,
): boolean {
  if (known.kind !== "values") return false;
  return known.values.every((each) => !fulfils({ operator, value }, each));
}

const parser = new RegExpParser({ ecmaVersion: 2025 });

/** Flags of the whole pattern, which are those of each alternative: `(?i)`. */
const FLAGS = /^\(\?[imsU]+\)/;

/**
 * The alternatives of a pattern, each a pattern: `5..|429` has two, and so has `(5..|429)`. One
 * that only RE2 can read counts as a whole.
 */
export function alternativesOf(pattern: string): readonly string[] {
  const [flags = ""] = FLAGS.exec(pattern) ?? [];
  try {
    let { alternatives } = parser.parsePattern(pattern.slice(flags.length));
    for (;;) {
      const [only, ...others] = alternatives;
      const [group, ...rest] = only?.elements ?? [];
      if (others.length > 0 || rest.length > 0) break;
      if (group?.type !== "Group" && group?.type !== "CapturingGroup") break;
      ({ alternatives } = group);
    }
    return alternatives.map(({ raw }) => `${flags}${raw}`);
  } catch {
    return [pattern];
  }
}

/** A value that was probably meant, and those that there are, for people. */
export function namedValues(
  label: string,
  asked: string,
  known: LabelValues,
): string {
  const guess =
    known.kind === "values"
      ? (known.values.find(
          (each) => each.toLowerCase() === asked.toLowerCase(),
        ) ?? nearest(asked, known.values, Math.floor(asked.length / 2)))
      : undefined;
  const there = valuesText(label, known);
  return guess === undefined ? there : `did you mean "${guess}"? ${there}`;
}

/** What to do about a matcher, by how the values are declared. */
const REMEDIES: Readonly<Record<LabelValues["kind"], string>> = {
  values: "correct the matcher, or what declares the values",
  pattern: "correct the matcher, or add an example that it selects",
  open: "correct the matcher, or what declares the values",
};

/** What there is instead, for people. */
function valuesText(label: string, known: LabelValues): string {
  const examples = exampleValues(known);
  if (examples.length === 0) return `"${label}" takes no value`;
  const named = examples
    .slice(0, NAMED)
    .map((each) => `"${each}"`)
    .join(", ");
  const more =
    examples.length > NAMED
      ? ` and ${String(examples.length - NAMED)} more`
      : "";
  return known.kind === "pattern"
    ? `values of "${label}" have the shape ${known.pattern}, among them ${named}${more}`
    : `"${label}" takes ${named}${more}`;
}
