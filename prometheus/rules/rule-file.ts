import { stringify } from "yaml";
import type { Rule, RuleGroup } from "./rule-group";

/**
 * Groups as a rule file in YAML, as the package `yaml` writes it. That takes milliseconds for a few
 * alerts, which every environment writes for every system; so lines of plain text, nearly all of
 * them, are written here.
 */
export function ruleFile(groups: readonly RuleGroup[]): string {
  const lines = groups.flatMap(groupLines);
  return groups.length === 0 || lines.includes(undefined)
    ? // A folded line would be a different text to tools that compare it.
      stringify({ groups }, { lineWidth: 0, aliasDuplicateObjects: false })
    : ["groups:", ...lines, ""].join("\n");
}

/** A line; undefined where it is more than a field of one line. */
type Line = string | undefined;

function groupLines({ rules, ...fields }: RuleGroup): readonly Line[] {
  return rules.length === 0
    ? [undefined]
    : [
        ...asItem("  ", fieldLines("    ", fields)),
        "    rules:",
        ...rules.flatMap(ruleLines),
      ];
}

const ruleLines = (rule: Rule): readonly Line[] =>
  asItem("      ", fieldLines("        ", rule));

const fieldLines = (indent: string, fields: object): readonly Line[] =>
  Object.entries(fields).flatMap(
    ([key, value]: readonly [string, unknown]): readonly Line[] => {
      if (value === undefined) return [];
      if (!KEY.test(key)) return [undefined];
      if (typeof value === "string") {
        const text = scalar(value);
        return [text === undefined ? text : `${indent}${key}: ${text}`];
      }
      if (typeof value !== "object" || value === null || Array.isArray(value)) {
        return [undefined];
      }
      return Object.values(value).every((own) => own === undefined)
        ? [undefined]
        : [`${indent}${key}:`, ...fieldLines(`${indent}  `, value)];
    },
  );

/** The first line of an item begins with a dash. */
const asItem = (
  indent: string,
  [first, ...others]: readonly Line[],
): readonly Line[] => [
  first === undefined ? first : `${indent}- ${first.trimStart()}`,
  ...others,
];

const KEY = /^[a-z]+(?:_[a-z]+)*$/;

/** Begins with a letter, ends with another sign than a colon, and has no control character. */
const PLAIN = /^[A-Za-z](?:[ -~]*[!-9;-~])?$/;
const DURATION = /^\d+(?:ms|[smhdwy])$/;
/** Begins a comment or a field, or means something else than its letters. */
const NOT_TEXT = /: | #|^(?:null|true|false)$/i;

function scalar(text: string): string | undefined {
  if (DURATION.test(text) || (PLAIN.test(text) && !NOT_TEXT.test(text))) {
    return text;
  }
  return /[\n\r]/.test(text)
    ? undefined
    : stringify(text, { lineWidth: 0 }).trimEnd();
}
