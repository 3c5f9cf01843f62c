import type { JestReport, ReportedTest } from "../../cli/check/jest-report";
import { busyFiles, busyTable } from "./busy-table";

const report = (
  passed: readonly string[],
  tests: readonly (readonly [string, ReportedTest["status"]])[],
): JestReport => ({
  tally: { passed: 0, failed: 0, skipped: 0 },
  tests: tests.map(([name, status]) => ({
    path: `${name}.test.ts`,
    name,
    under: [],
    status,
  })),
  passed: new Set(passed),
  sound: new Map(),
});

it("counts the runs in which a file did not pass, and names what failed", () => {
  const files = busyFiles(
    ["a.test.ts", "b.test.ts", "gone.test.ts"],
    [
      report(
        ["a.test.ts", "gone.test.ts"],
        [
          ["a", "passed"],
          ["b", "failed"],
        ],
      ),
      report(
        ["a.test.ts"],
        [
          ["a", "not run"],
          ["b", "failed"],
        ],
      ),
    ],
  );
  expect(busyTable(files)).toBe(
    `
| file         | failed | which tests |
| ------------ | ------ | ----------- |
| b.test.ts    | 2 of 2 | b           |
| gone.test.ts | 1 of 2 |             |
| a.test.ts    | 0 of 2 |             |
`.trim(),
  );
});
