import fc from "fast-check";
import {
  writeRuns,
  lastValue,
  lasting,
  lengthOf,
  raised,
  readValues,
  writeValues,
} from "../../proof/series-values";

it.each([
  ["0+6x20", 21, 120],
  ["1x3 0x20", 25, 0],
  ["5 _x3 7-2x2", 7, 3],
  ["1e7+1x2", 3, 10_000_002],
  ["_", 1, undefined],
])("reads %s", (text, length, last) => {
  const values = readValues(text);
  expect(lengthOf(values)).toBe(length);
  expect(lastValue(values)).toBe(last);
});

it.each(["often", "1x", "1+2", "stale", "{{schema:1}}x2"])(
  "refuses %s",
  (text) => {
    expect(() => readValues(text)).toThrow(
      `"${text}" in "${text}" is no run of values; write numbers, a+bxn, axn or _xn`,
    );
  },
);

it("is extended by the last run, or is cut", () => {
  expect(writeValues(lasting(readValues("0+6x2 _x2 5x1"), 9))).toBe(
    "0+6x2 _x2 5x3",
  );
  expect(writeValues(lasting(readValues("0+6x20"), 3))).toBe("0+6x2");
  expect(writeValues(lasting(readValues("0+6x2 5x1"), 0))).toBe("");
});

it("is increased with its growth and gaps kept", () => {
  expect(writeValues(raised(readValues("0+6x2 _ 1"), 10))).toBe(
    "10+6x2 _x1 11",
  );
});

it("writes the text that it parses", () => {
  const stretch = fc.oneof(
    fc.record({
      kind: fc.constant("run" as const),
      start: fc.integer({ min: -1000, max: 1000 }),
      step: fc.integer({ min: -50, max: 50 }),
      count: fc.integer({ min: 2, max: 99 }),
    }),
    fc.record({
      kind: fc.constant("gap" as const),
      count: fc.integer({ min: 1, max: 99 }),
    }),
  );
  fc.assert(
    fc.property(fc.array(stretch, { minLength: 1, maxLength: 6 }), (values) => {
      expect(readValues(writeValues(values))).toEqual(values);
    }),
  );
});

it("writes samples as runs, and a minute without one as the end of the series", () => {
  expect(
    writeRuns([undefined, 1, 2, 3, 3, undefined, undefined, undefined, 0]),
  ).toBe("_x1 1+1x2 3 stale _x2 0");
});
