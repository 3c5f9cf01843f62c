import { fulfils, isMatchOperator } from "../../model/label-matcher";
import type { MatchOperator } from "../../model/label-matcher";

it.each<[MatchOperator, string, string, boolean]>([
  ["=", "a", "a", true],
  ["=", "a", "ab", false],
  ["=", "", "", true],
  ["!=", "a", "b", true],
  ["!=", "a", "a", false],
  ["=~", "a|b", "b", true],
  ["=~", "a", "ab", false],
  ["=~", ".*", "", true],
  ["!~", "a|b", "c", true],
  ["!~", "a|b", "a", false],
])("%s %p of %p is %p", (operator, value, actual, expected) => {
  expect(fulfils({ operator, value }, actual)).toBe(expected);
});

it("knows its operators", () => {
  expect(["=", "!=", "=~", "!~", "==", ""].filter(isMatchOperator)).toEqual([
    "=",
    "!=",
    "=~",
    "!~",
  ]);
});
