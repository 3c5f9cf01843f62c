import fc from "fast-check";
import { parseableText } from "../../../query/promql/parseable-text";

it.each([
  ["an interval", "rate(x[$__rate_interval])", "rate(x[000000000000005m])"],
  ["an interval in braces", "rate(x[${__range}])", "rate(x[000000005m])"],
  ["an interval as a number", "x * $__interval_ms", "x * 00000000000001"],
  [
    "a number in front of its unit",
    "increase(x[${__range_s}s])",
    "increase(x[000000000001s])",
  ],
  ["a threshold", "x > {limit}", "x > 0000001"],
  ["a variable as a number", "topk($n, x)", "topk(01, x)"],
  ["a variable as a window", "rate(x[$w])", "rate(x[5m])"],
  ["a variable as an offset", "x offset $o", "x offset 5m"],
  ["a variable as a label", "sum by ($by) (x)", "sum by (___) (x)"],
  ["a variable as a metric", "rate($metric[5m])", "rate(_______[5m])"],
  ["a comment", "x # {a} $b\n+ y", `x ${" ".repeat(8)}\n+ y`],
])("replaces %s by text of the same length", (_, query, text) => {
  expect(parseableText(query)).toBe(text);
});

it.each([
  ["in quotes", "x{a=~\"$route\", b='{c}'}"],
  ["in back-quotes", "x{a=~`[$route] # {c}`}"],
  ["behind an escaped quote", 'x{a="\\"$route"}'],
  ["that is a broken selector", "x{status}"],
])("leaves alone what stands %s", (_, query) => {
  expect(parseableText(query)).toBe(query);
});

it("keeps every position in any text", () => {
  const part = fc.constantFrom(
    "x",
    "sum by (a)",
    "$__rate_interval",
    "${__range}",
    "$v",
    "${v:regex}",
    "{limit}",
    '{a="$v"}',
    '"{x} # $y"',
    "[",
    "]",
    "(",
    ")",
    " > ",
    "# note\n",
    "offset ",
    "5m",
  );
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const query = parts.join("");
      const text = parseableText(query);
      expect(text).toHaveLength(query.length);
      const changed = Array.from(query).filter(
        (letter, index) => text[index] !== letter,
      );
      // Only macros, names in braces and comments are touched, never an operator or a bracket.
      expect(changed.join("")).not.toMatch(/[[\]()>"]/);
    }),
  );
});
