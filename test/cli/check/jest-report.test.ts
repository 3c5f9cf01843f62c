import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readJestReport } from "../../../cli/check/jest-report";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jest-report-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const suite = (name: string, status: string, ...tests: readonly string[]) => ({
  name: `/root/${name}`,
  status,
  assertionResults: tests.map((each) => ({
    status: each,
    title: `is ${each}`,
    ancestorTitles: ["it"],
  })),
});

it("counts tests, and a file that could not start as a failure", () => {
  const file = join(folder, "report.json");
  writeFileSync(
    file,
    JSON.stringify({
      numRuntimeErrorTestSuites: 1,
      testResults: [
        suite("test/sound.test.ts", "passed", "passed", "passed"),
        suite("test/skips.test.ts", "passed", "passed", "pending"),
        suite("test/todo.test.ts", "passed", "todo"),
        suite("test/fails.test.ts", "failed", "passed", "failed"),
        suite("test/broken.test.ts", "failed"),
      ],
    }),
  );
  const { tally, tests, passed, sound } = readJestReport(file, "/root");
  expect(tally).toEqual({ passed: 4, failed: 2, skipped: 2 });
  expect([...passed]).toEqual([
    "test/sound.test.ts",
    "test/skips.test.ts",
    "test/todo.test.ts",
  ]);
  expect([...sound]).toEqual([["test/sound.test.ts", 2]]);
  expect(tests.filter(({ status }) => status === "not run")).toEqual([
    {
      path: "test/skips.test.ts",
      name: "it is pending",
      under: ["it"],
      status: "not run",
    },
    {
      path: "test/todo.test.ts",
      name: "it is todo",
      under: ["it"],
      status: "not run",
    },
  ]);
});

it("is a failure when it is missing", () => {
  expect(readJestReport(join(folder, "none.json"), "/root").tally).toEqual({
    passed: 0,
    failed: 1,
    skipped: 0,
  });
});
