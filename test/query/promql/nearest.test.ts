import { nearest } from "../../../query/promql/nearest";

it.each([
  ["a letter too many", "shop_jobss", ["shop_wait", "shop_jobs"], "shop_jobs"],
  ["two letters exchanged", "shop_jbos", ["shop_jobs"], "shop_jobs"],
  ["the nearer of two", "lebel", ["level", "labels"], "level"],
  ["the first of two as near", "cat", ["bat", "rat"], "bat"],
  ["four letters away", "abcdefgh", ["abcd"], "abcd"],
])("finds what was meant: %s", (_, wanted, names, meant) => {
  expect(nearest(wanted, names)).toBe(meant);
});

it.each([
  ["five letters away", "abcdefghi", ["abcd"]],
  ["no names", "a", []],
])("finds nothing: %s", (_, wanted, names) => {
  expect(nearest(wanted, names)).toBeUndefined();
});
