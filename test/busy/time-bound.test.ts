import { closures } from "../../cli/check/closure";
import { sourceTree } from "../cli/check/source-tree";
import { timeBound } from "./time-bound";

const found = (files: Readonly<Record<string, string>>): readonly string[] => {
  const tree = sourceTree(files);
  return timeBound(tree, closures(tree));
};

it.each([
  'import { spawn } from "node:child_process";',
  'import { createServer } from "node:http";',
  "await findEngine(name)",
  "setTimeout(next, 5)",
  "Date.now()",
  'import "./support/sink";',
])("includes a test with: %s", (text) => {
  expect(
    found({
      "test/a.test.ts": text,
      "test/support/sink.ts": 'import { createServer } from "node:net";',
    }),
  ).toEqual(["test/a.test.ts"]);
});

it("leaves out tests that neither wait nor start anything", () => {
  expect(
    found({
      "test/a.test.ts": 'jest.setTimeout(5); import "../engines/clock";',
      "engines/clock.ts": "Date.now()",
    }),
  ).toEqual([]);
});
