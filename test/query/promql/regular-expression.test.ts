import { readPattern } from "../../../query/promql/regular-expression";

it.each([
  ["the whole text only", "5..", "500", true],
  ["not a part", "5..", "5000", false],
  ["alternatives", "a|b", "b", true],
  ["with flags in front", "(?i)abc", "ABC", true],
  ["with a group named as in Go", "(?P<n>a+)", "aa", true],
  ["nothing else with such a group", "(?P<n>a+)", "b", false],
  ["a line break with a point", "a.b", "a\nb", true],
])("matches %s", (_, pattern, text, matched) => {
  expect(readPattern(pattern).matches(text)).toBe(matched);
});

it.each([
  ["("],
  ["[z-a]"],
  ["*a"],
  ["a**"],
  ["a{2,1}"],
  ["(?=a)"],
  ["(?<!a)b"],
  ["(a)\\1"],
  ["a{1001}"],
  ["\\y"],
])("calls %s broken", (pattern) => {
  expect(readPattern(pattern).problem).toEqual(expect.any(String));
});

it.each([
  ["[[:alpha:]]+"],
  ["\\Q(\\E"],
  ["^*a"],
  ["(?i:a)b"],
  ["\\pL+"],
  ["{"],
])("has nothing against %s", (pattern) => {
  expect(readPattern(pattern).problem).toBeUndefined();
});
