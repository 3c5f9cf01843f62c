import { lastLine, sum } from "../../../cli/check/tally";

it("sums all parts into the last line", () => {
  const total = sum([
    { passed: 1, failed: 0, skipped: 0 },
    { passed: 40, failed: 2, skipped: 3 },
  ]);
  expect(lastLine(total)).toBe("41 passed, 2 failed, 3 skipped");
});
