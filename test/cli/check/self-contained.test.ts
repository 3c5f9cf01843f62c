import { isSelfContained } from "../../../cli/check/self-contained";
import { snapshot } from "../../../cli/check/snapshot";
import { sourceTree } from "./source-tree";

const judged = (text: string): boolean =>
  isSelfContained(sourceTree({ "a.ts": text }), ["a.ts"]);

it.each([
  'import { join } from "node:path";\nimport { parse } from "yaml";',
  "jest.setTimeout(60_000);",
  '/** High performance of a process. */ const from: Pick<T, "from" | "to">;',
  'import { b } from "./b";',
])("depends on its sources only: %s", (text) => {
  expect(judged(text)).toBe(true);
});

it.each([
  'import { readFileSync } from "node:fs";',
  'import fc from "fast-check";',
  'import { App } from "cdktf";',
  'import "node:net";',
  'await import("node:os")',
  'const fs = jest.requireActual<typeof Fs>("fs");',
  "Date.now()",
  "new Date()",
  "Math.random()",
  "await fetch(url)",
  "process.env",
  "const { env } = process;",
  "setTimeout(next, 5)",
  "performance.now()",
  "join(__dirname, name)",
])("may depend on something else: %s", (text) => {
  expect(judged(text)).toBe(false);
});

it("knows tests of each kind among our own", () => {
  const { tree, closure } = snapshot();
  const isKnown = (path: string): boolean =>
    isSelfContained(tree, closure(path));
  expect(isKnown("test/checks/routing/mutation.test.ts")).toBe(true);
  expect(isKnown("test/stacks/synth.test.ts")).toBe(false);
  expect(isKnown("test/config/proof/alerts.test.ts")).toBe(false);
});
