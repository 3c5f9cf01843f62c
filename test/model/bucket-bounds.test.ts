import { boundText, boundTexts } from "../../model/bucket-bounds";

it.each([
  [0.5, "0.5"],
  [1, "1.0"],
  [60, "60.0"],
  [1200, "1200.0"],
  [100_000, "100000.0"],
  [1_000_000, "1e+06"],
  [2.5e7, "2.5e+07"],
  [0.0001, "0.0001"],
  [0.00001, "1e-05"],
])("writes %d as Prometheus does", (bound, text) => {
  expect(boundText(bound)).toBe(text);
});

it("adds the bucket +Inf", () => {
  expect(boundTexts([1, 2])).toEqual(["1.0", "2.0", "+Inf"]);
});
