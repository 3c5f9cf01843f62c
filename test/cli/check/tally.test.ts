import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { jestTally } from "../../../cli/check/jest-tally";
import { lastLine, sum } from "../../../cli/check/parts";

it("sums all parts into the last line", () => {
  const total = sum([
    { passed: 1, failed: 0, skipped: 0 },
    { passed: 40, failed: 2, skipped: 3 },
  ]);
  expect(lastLine(total)).toBe("41 passed, 2 failed, 3 skipped");
});

describe("the report of jest", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "tally-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it("counts a suite that could not start as a failure", () => {
    const report = join(folder, "report.json");
    writeFileSync(
      report,
      JSON.stringify({
        numPassedTests: 5,
        numFailedTests: 1,
        numPendingTests: 2,
        numTodoTests: 1,
        numRuntimeErrorTestSuites: 1,
      }),
    );
    expect(jestTally(report)).toEqual({ passed: 5, failed: 2, skipped: 3 });
  });

  it("is a failure when it is missing", () => {
    expect(jestTally(join(folder, "none.json"))).toEqual({
      passed: 0,
      failed: 1,
      skipped: 0,
    });
  });
});
