import {
  placeholdersOf,
  renderPlaceholders,
} from "../../../query/promql/placeholders";

it.each([
  ["behind an operator", "a > {x} and b < {yZ_1}", ["x", "yZ_1"]],
  ["in parentheses", "a > ({x} * 2)", ["x"]],
  ["never in a selector", 'a{b="c"} > a{} + a{status}', []],
  ["never in a text", 'label_replace(a, "b", "{c}", "d", "e")', []],
  ["never in a comment", "a # {b}\n> {c}", ["c"]],
  ["never in Grafana's variables", "a > ${b}", []],
])("finds names %s", (_, expr, names) => {
  expect(placeholdersOf(expr)).toEqual(names);
});

it("renders each name, and nothing else", () => {
  expect(
    renderPlaceholders('a{b="{c}"} > {c} and d < {c}', { c: "0.05" }),
  ).toBe('a{b="{c}"} > 0.05 and d < 0.05');
});

it("refuses a name without a value", () => {
  expect(() => renderPlaceholders("a > {b}", { c: "1" })).toThrow(
    "no value for {b} in a > {b}",
  );
});
