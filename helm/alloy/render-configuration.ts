import type { Attributes, Block, Component, Expression } from "./syntax";

const INDENT = "\t";

/**
 * The text of a configuration, as `alloy fmt` would write it: tabs, one statement a line, equals
 * signs under each other.
 * @see https://grafana.com/docs/alloy/latest/reference/cli/fmt/
 */
export const renderConfiguration = (components: readonly Component[]): string =>
  components
    .map((component) => `${renderBlock(component, "").join("\n")}\n`)
    .join("\n");

function renderBlock(block: Block, indent: string): readonly string[] {
  const { name, label, attributes, blocks } = block;
  const head = `${indent}${name}${label === undefined ? "" : ` ${quoted(label)}`} {`;
  const inner = indent + INDENT;
  const own = renderEntries(attributes, inner, "");
  if (own.length === 0 && blocks.length === 0) return [`${head} }`];
  const lines = [
    ...own,
    ...blocks.flatMap((child, index) => [
      // A blank line separates blocks from attributes and from each other.
      ...(own.length > 0 || index > 0 ? [""] : []),
      ...renderBlock(child, inner),
    ]),
  ];
  return [head, ...lines, `${indent}}`];
}

/**
 * Entries of a block or an object; neighbours on single lines have their equals signs under each
 * other.
 */
function renderEntries(
  entries: Attributes,
  indent: string,
  end: "" | ",",
): readonly string[] {
  const rendered = Object.entries(entries).map(([name, value]) => ({
    name: end === "" ? name : keyOf(name),
    lines: renderExpression(value, indent),
  }));
  const widths = rendered.map(({ name }) => name.length);
  // A value of several lines ends the group it stands in.
  let start = 0;
  rendered.forEach(({ lines }, index) => {
    if (lines.length > 1 || index === rendered.length - 1) {
      const width = Math.max(...widths.slice(start, index + 1));
      widths.fill(width, start, index + 1);
      start = index + 1;
    }
  });
  return rendered.flatMap(({ name, lines: [first = "", ...rest] }, index) => {
    const head = `${indent}${name.padEnd(widths[index] ?? 0)} = ${first}`;
    return ended([head, ...rest], end);
  });
}

function renderExpression(
  value: Expression,
  indent: string,
): readonly string[] {
  if (typeof value === "string") return [quoted(value)];
  if (typeof value !== "object") return [String(value)];
  if (isList(value)) return renderList(value, indent);
  if (isText(value)) return [value.text];
  return Object.keys(value).length === 0
    ? ["{}"]
    : ["{", ...renderEntries(value, indent + INDENT, ","), `${indent}}`];
}

const isList = (value: Expression): value is readonly Expression[] =>
  Array.isArray(value);

const isText = (
  value: Exclude<Expression, string | number | boolean | readonly Expression[]>,
): value is Extract<Expression, { readonly kind: "code" | "reference" }> =>
  value["kind"] === "code" || value["kind"] === "reference";

function renderList(
  items: readonly Expression[],
  indent: string,
): readonly string[] {
  const rendered = items.map((item) => renderExpression(item, indent + INDENT));
  const single = rendered.every(({ length }) => length === 1);
  const line = `[${rendered.map(([first = ""]) => first).join(", ")}]`;
  if (single && (items.length < 2 || line.length <= 100)) return [line];
  return [
    "[",
    ...rendered.flatMap(([first = "", ...rest]) =>
      ended([`${indent}${INDENT}${first}`, ...rest], ","),
    ),
    `${indent}]`,
  ];
}

/** Lines of which the last one ends with something more. */
const ended = (lines: readonly string[], end: string): readonly string[] => [
  ...lines.slice(0, -1),
  `${lines.at(-1) ?? ""}${end}`,
];

const keyOf = (name: string): string =>
  /^[A-Za-z_]\w*$/.test(name) ? name : quoted(name);

/** Strings are written as in Go, whose escapes of these characters are JSON's. */
const quoted = (text: string): string => JSON.stringify(text);
