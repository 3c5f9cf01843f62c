import { longestLogRange } from "../../../query/logql/longest-log-range";

it.each([
  ["one range", 'sum(rate({system="shop"} | json [5m])) > {lines}', "5m"],
  [
    "the longest of several",
    'sum(rate({system="shop"}[5m])) / sum(rate({system="shop"}[1h]))',
    "1h",
  ],
  ["no range", '{system="shop"} |= "[5m]"', "0s"],
])("finds %s", (_, expr, expected) => {
  expect(longestLogRange(expr).toString()).toBe(expected);
});
