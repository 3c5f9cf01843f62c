import { slowness, slownessAt } from "../../support/slowness";

it.each([
  [1, 1],
  [0.75, 1],
  [0.7, 2],
  [0.25, 3],
  [0.2, 4],
  [0.05, 6],
  [0, 6],
])("with %d of a core, times pass %d times slower", (share, slower) => {
  expect(slownessAt(share)).toBe(slower);
});

it("is something from 1 to 6 on this machine", () => {
  expect([1, 2, 3, 4, 5, 6]).toContain(slowness(50));
});
