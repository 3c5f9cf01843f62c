import {
  anyOf,
  exampleValues,
  mayBe,
  mostValues,
  open,
  pattern,
  values,
} from "../../model/label-values";

const listed = values("a", "b");
const shaped = pattern("[0-9]+", { upTo: 9, examples: ["1"] });
const free = open({ upTo: 40, examples: ["x"] });

it("knows how many values a label takes, some of them, and which it may take", () => {
  expect([listed, shaped, free].map(mostValues)).toEqual([2, 9, 40]);
  expect([listed, shaped, free].map(exampleValues)).toEqual([
    ["a", "b"],
    ["1"],
    ["x"],
  ]);
  expect(["a", "7"].map((value) => mayBe(listed, value))).toEqual([
    true,
    false,
  ]);
  expect(["a", "7"].map((value) => mayBe(shaped, value))).toEqual([
    false,
    true,
  ]);
  expect(["a", "7"].map((value) => mayBe(free, value))).toEqual([true, true]);
});

it("takes the values of all, as far as they can be told", () => {
  expect(anyOf([listed, values("b", "c"), values("d")])).toEqual(
    values("a", "b", "c", "d"),
  );
  expect(anyOf([shaped, { ...shaped }])).toEqual(shaped);
  expect(anyOf([free])).toBe(free);
  expect(anyOf([listed, undefined])).toBeUndefined();
  expect(anyOf([undefined, listed])).toBeUndefined();
  expect(anyOf([listed, free])).toBeUndefined();
  expect(
    anyOf([shaped, pattern("[a-z]", { upTo: 2, examples: ["a"] })]),
  ).toBeUndefined();
});
