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

it("takes no trace that is asked for, and those of errors as ever", () => {
  const trace = (): string | undefined => {
    const object: { stack?: string } = {};
    Error.captureStackTrace(object);
    return object.stack;
  };
  let during: readonly (string | undefined)[] = [];
  withoutSourceMaps(() => {
    during = [trace(), new Error("shown").stack];
  });
  expect(during).toEqual([undefined, expect.stringContaining("shown\n")]);
  expect(trace()).toEqual(expect.stringContaining(" at "));
});

it("brings them back after work that fails", () => {
  expect(() => {
    withoutSourceMaps(() => {
      throw new Error("broken");
    });
  }).toThrow("broken");
  expect(process.sourceMapsEnabled).toBe(true);
});
