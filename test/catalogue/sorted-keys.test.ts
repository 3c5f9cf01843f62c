import { sortedKeys } from "../../catalogue/sorted-keys";

it("puts the keys of every object in the order of their letters", () => {
  expect(
    JSON.stringify(
      sortedKeys({ b: [{ d: 1, c: [2] }, null], a: { f: "x", e: undefined } }),
    ),
  ).toBe('{"a":{"f":"x"},"b":[{"c":[2],"d":1},null]}');
});

it("leaves the order of lists as it is", () => {
  expect(sortedKeys({ z: ["b", "a"], a: 1 })).toEqual({ z: ["b", "a"], a: 1 });
});

it("copies nothing that is in order", () => {
  const inOrder = { a: [1, { b: "x", c: null }], d: { e: undefined } };
  expect(sortedKeys(inOrder)).toBe(inOrder);
  expect(sortedKeys({ z: inOrder, y: 1 })).toHaveProperty("z", inOrder);
});
