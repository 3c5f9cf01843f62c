import { withoutSourceMaps } from "../../stacks/without-source-maps";

const before = process.sourceMapsEnabled;
afterEach(() => {
  process.setSourceMapsEnabled(before);
});

it("works without source maps, and brings them back", () => {
  process.setSourceMapsEnabled(true);
  let during: boolean | undefined;
  withoutSourceMaps(() => {
    during = process.sourceMapsEnabled;
  });
  expect([during, process.sourceMapsEnabled]).toEqual([false, true]);
});

it("brings them back after work that fails", () => {
  expect(() => {
    withoutSourceMaps(() => {
      throw new Error("broken");
    });
  }).toThrow("broken");
  expect(process.sourceMapsEnabled).toBe(true);
});
