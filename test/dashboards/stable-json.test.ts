import * as fc from "fast-check";
import { stableJson } from "../../dashboards/stable-json";

const withoutNull = (_key: string, value: unknown): unknown =>
  value === null ? undefined : value;

it("is what JSON makes of a value without the keys that are null", () => {
  fc.assert(
    fc.property(
      fc.object({
        values: [
          fc.constant(null),
          fc.integer(),
          fc.constantFrom('a": null', ',\n "b": null', "{\n", "\\"),
          fc.string(),
        ],
        key: fc.oneof(fc.string(), fc.constantFrom('x": null,', "y\\")),
        maxDepth: 3,
      }),
      (value) => {
        expect(stableJson(value)).toBe(JSON.stringify(value, withoutNull, 2));
      },
    ),
    { numRuns: 500 },
  );
});
