import { matcher, matches } from "../../alertmanager/matchers";

it.each([
  ["the whole value only", matcher("team", "=~", "shop|bank"), "shop", true],
  ["not a part of it", matcher("team", "=~", "shop|bank"), "shops", false],
  ["negation", matcher("team", "!~", "shop|bank"), "shops", true],
  ["classes of POSIX", matcher("team", "=~", "[[:alpha:]]+"), "shop", true],
  ["classes of Unicode", matcher("team", "!~", "\\pL+"), "shop", false],
  ["a point", matcher("team", "=~", "a.b"), "a-b", true],
  ["no line break with a point", matcher("team", "=~", "a.b"), "a\nb", false],
  ["a label that is not there", matcher("path", "=~", "|shop"), "bank", true],
])("fits as in Alertmanager: %s", (_, condition, value, fitting) => {
  expect(matches([condition], { team: value })).toBe(fitting);
});

it("names an invalid expression", () => {
  expect(() => matches([matcher("team", "=~", "(")], {})).toThrow(
    '"(" is not a valid regular expression: missing closing ): `(`',
  );
});
