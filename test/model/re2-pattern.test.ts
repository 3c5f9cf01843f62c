import { readPattern } from "../../model/re2-pattern";

it.each([
  ["the whole text only", "5..", "500", true],
  ["not a part", "5..", "5000", false],
  ["not a part between line breaks", "5..", "500\n", false],
  ["alternatives", "a|b", "b", true],
  ["alternatives of which the first ends early", "a|ab", "ab", true],
  ["not what begins with an alternative", "a|b", "ac", false],
  ["with flags in front", "(?i)abc", "ABC", true],
  ["with flags for a part", "(?i:a)bc", "Abc", true],
  ["not beyond the part with flags", "(?i:a)bc", "ABC", false],
  ["with a group named as in Go", "(?P<n>a+)", "aa", true],
  ["nothing else with such a group", "(?P<n>a+)", "b", false],
  ["a line break with a point", "a.b", "a\nb", true],
  ["no line break without the flag", "(?-s:a.b)", "a\nb", false],
  ["classes of POSIX", "[[:alpha:]]+", "abc", true],
  ["nothing outside of a class of POSIX", "[[:alpha:]]+", "ab1", false],
  ["classes of Unicode", "\\pL+", "abc", true],
  ["what is quoted", "\\Qa.b\\E", "a.b", true],
  ["nothing but what is quoted", "\\Qa.b\\E", "axb", false],
  ["a repeated anchor", "^*a", "a", true],
])("matches %s", (_, pattern, text, matched) => {
  expect(readPattern(pattern).matches(text)).toBe(matched);
});

it.each([
  ["(", "missing closing ): `(`"],
  ["a)(b", "unexpected ): `a)(b`"],
  ["[z-a]", "invalid character class range: `z-a`"],
  ["*a", "missing argument to repetition operator: `*`"],
  ["a**", "invalid nested repetition operator: `**`"],
  ["a{2,1}", "invalid repeat count: `{2,1}`"],
  ["(?=a)", "invalid or unsupported Perl syntax: `(?=`"],
  ["(a)\\1", "invalid escape sequence: `\\1`"],
  ["a{1001}", "invalid repeat count: `{1001}`"],
  ["\\y", "invalid escape sequence: `\\y`"],
])("refuses %s with the engines' message", (pattern, problem) => {
  expect(readPattern(pattern)).toMatchObject({ problem, groups: 0 });
});

it.each([
  ["[[:alpha:]]+", 0],
  ["\\Q(\\E", 0],
  ["^*a", 0],
  ["(?i:a)b", 0],
  ["\\pL+", 0],
  ["{", 0],
  ["(a)(?:b)(?P<c>d)[(]", 2],
])("accepts %s, with %i groups", (pattern, groups) => {
  const read = readPattern(pattern);
  expect(read.problem).toBeUndefined();
  expect(read.groups).toBe(groups);
});

it("refuses lookbehind", () => {
  expect(readPattern("(?<!a)b").problem).toEqual(expect.any(String));
});
