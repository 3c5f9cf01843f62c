import type { Problem } from "../../model/problem";
import { EXPORTS } from "./exports";

const PAIRS: Readonly<Record<string, string>> = {
  "}": "{",
  "]": "[",
  ")": "(",
};

interface Token {
  readonly text: string;
  readonly line: number;
}

/** Names with dots, strings and brackets; everything else is ignored. */
const TOKEN =
  /"(?:[^"\\\n]|\\.)*"|`[^`]*`|\/\/[^\n]*|[A-Za-z_][\w.]*|[{}[\]()=]|"|\n/g;

/** First words of names that belong to components. */
const FAMILIES = [
  ...new Set(Object.keys(EXPORTS).map((name) => name.split(".")[0])),
];

/**
 * Checks of a configuration that need no Alloy: brackets and strings are closed, and every
 * reference names an export of a component that is declared once.
 */
export function checkConfiguration(
  path: string,
  text: string,
): readonly Problem[] {
  const tokens = tokensOf(text);
  const declared = declarationsOf(tokens);
  const names = declared.map(({ name }) => name);
  return [
    ...checkBrackets(path, tokens),
    ...declared
      .filter(({ name }, index) => names.indexOf(name) !== index)
      .map(({ name, line }) => ({
        path: `${path} line ${String(line)}`,
        message: `component ${name} is declared twice`,
        next: "give one another label",
      })),
    ...declared
      .filter(({ kind }) => !Object.hasOwn(EXPORTS, kind))
      .map(({ kind, line }) => ({
        path: `${path} line ${String(line)}`,
        message: `${kind} is no component that is known here`,
        allowed: Object.keys(EXPORTS).join(", "),
        next: "correct the name, or add it to helm/alloy/exports.ts",
      })),
    ...referencesOf(tokens).flatMap((token) =>
      checkReference(path, token, names),
    ),
  ];
}

function tokensOf(text: string): readonly Token[] {
  let line = 1;
  const tokens: Token[] = [];
  for (const [found] of text.matchAll(TOKEN)) {
    if (!found.startsWith("//")) tokens.push({ text: found, line });
    line += found.split("\n").length - 1;
  }
  return tokens;
}

function checkBrackets(
  path: string,
  tokens: readonly Token[],
): readonly Problem[] {
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.text === '"') {
      return [unbalanced(path, token, "a string is not closed")];
    }
    if ("{[(".includes(token.text)) open.push(token);
    const opening = PAIRS[token.text];
    if (opening !== undefined && open.pop()?.text !== opening) {
      return [unbalanced(path, token, `${token.text} closes nothing`)];
    }
  }
  const [left] = open;
  return left === undefined
    ? []
    : [unbalanced(path, left, `${left.text} is not closed`)];
}

const unbalanced = (
  path: string,
  { line }: Token,
  message: string,
): Problem => ({
  path: `${path} line ${String(line)}`,
  message,
  next: "balance it",
});

/** `kind "label" {` at the beginning of a line and outside of every bracket. */
function declarationsOf(tokens: readonly Token[]) {
  let depth = 0;
  return tokens.flatMap(({ text, line }, index) => {
    if ("{[(".includes(text)) depth += 1;
    if (Object.hasOwn(PAIRS, text)) depth -= 1;
    const label = tokens[index + 1]?.text ?? "";
    return depth === 0 && /^[A-Za-z_]/.test(text) && label.startsWith('"')
      ? [{ kind: text, name: `${text}.${label.slice(1, -1)}`, line }]
      : [];
  });
}

/** Names of component families in expressions, not of blocks. */
const referencesOf = (tokens: readonly Token[]): readonly Token[] =>
  tokens.filter(({ text }, index) => {
    const [family = ""] = text.split(".");
    const next = tokens[index + 1]?.text ?? "";
    return (
      text.includes(".") &&
      FAMILIES.includes(family) &&
      next !== "{" &&
      !next.startsWith('"')
    );
  });

function checkReference(
  path: string,
  { text, line }: Token,
  declared: readonly string[],
): readonly Problem[] {
  const parts = text.split(".");
  const component = parts.slice(0, -1).join(".");
  const kind = parts.slice(0, -2).join(".");
  const exported = parts.at(-1) ?? "";
  const at = `${path} line ${String(line)}`;
  if (!declared.includes(component)) {
    return [
      {
        path: at,
        message: `refers to a component that is not declared`,
        got: text,
        allowed: declared.join(", "),
        next: "declare it, or correct the name",
      },
    ];
  }
  const known = EXPORTS[kind] ?? [];
  return known.includes(exported)
    ? []
    : [
        {
          path: at,
          message: `${kind} exports no "${exported}"`,
          got: text,
          allowed: known.join(", ") || "nothing",
          next: "refer to what it exports",
        },
      ];
}
