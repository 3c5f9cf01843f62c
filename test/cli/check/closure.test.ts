import { closures } from "../../../cli/check/closure";
import { sourceTree } from "./source-tree";

const closureOf = (files: Readonly<Record<string, string>>) =>
  closures(sourceTree(files))("test/a.test.ts");

it("follows imports to their end, also in a circle", () => {
  expect(
    closureOf({
      "test/a.test.ts": 'import { b } from "../model/b";',
      "model/b.ts": 'import type { C } from "./deep";',
      "model/deep/index.ts": 'export * from "../b";',
      "model/other.ts": "",
    }),
  ).toEqual(["model/b.ts", "model/deep/index.ts", "test/a.test.ts"]);
});

it.each([
  ["is imported late", 'await import("./b")'],
  ["is mocked", 'jest.mock("./b", () => ({}))'],
  ["is required", "require('./b.ts')"],
  ["is data", 'import b from "./b.json"'],
  ["is read by its place", "join(__dirname, `./b.json`)"],
])("follows what %s", (_, text) => {
  const found = closureOf({
    "test/a.test.ts": text,
    "test/b.ts": "",
    "test/b.json": "{}",
  });
  expect(found).toHaveLength(2);
});

it("leaves packages to the lock file, and missing files to the test", () => {
  expect(
    closureOf({ "test/a.test.ts": 'import "yaml"; import "./gone";' }),
  ).toEqual(["test/a.test.ts"]);
});
