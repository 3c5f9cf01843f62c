import { closures } from "../../../cli/check/closure";
import { keysIn } from "../../../cli/check/keys";
import type { Keys } from "../../../cli/check/keys";
import { sourceTree } from "./source-tree";

const FILES = {
  "package-lock.json": "{}",
  "tsconfig.json": "{}",
  "model/b.ts": "b",
  "config/services/c.ts": "c",
  "docs/page.md": "page",
  "test/a.test.ts":
    'import "../model/b";\nimport { c } from "../config/services/c";',
};
const keys = (
  change: Readonly<Record<string, string>> = {},
  machine = "node 20",
): Keys => {
  const tree = sourceTree({ ...FILES, ...change });
  return keysIn(tree, closures(tree), machine);
};
const KINDS: Readonly<Record<string, (of: Keys) => string>> = {
  "the format of a page": ({ ofFile }) => ofFile("docs/page.md"),
  "a test": ({ ofClosure }) => ofClosure("test/a.test.ts"),
  "a test of what is rendered": ({ ofClosure }) =>
    ofClosure("test/a.test.ts", /^config\//, "rendered"),
  types: ({ ofAll }) => ofAll(/\.ts$/),
};

const changed = (other: Keys): readonly string[] =>
  Object.entries(KINDS)
    .filter(([, keyOf]) => keyOf(keys()) !== keyOf(other))
    .map(([kind]) => kind);

it.each<[string, Keys, readonly string[]]>([
  ["nothing", keys(), []],
  ["another Node.js", keys({}, "node 22"), Object.keys(KINDS)],
  ["another package", keys({ "package-lock.json": "[]" }), Object.keys(KINDS)],
  ["another setting", keys({ "tsconfig.json": "[]" }), Object.keys(KINDS)],
  ["a page", keys({ "docs/page.md": "" }), ["the format of a page"]],
  [
    "something imported",
    keys({ "model/b.ts": "B" }),
    ["a test", "a test of what is rendered", "types"],
  ],
  [
    "a declaration that renders the same",
    keys({ "config/services/c.ts": "C" }),
    ["a test", "types"],
  ],
  ["a source that nothing imports", keys({ "model/d.ts": "" }), ["types"]],
  [
    "types that every source has",
    keys({ "model/global.d.ts": "" }),
    Object.keys(KINDS),
  ],
])("%s invalidates everything that depends on it", (_, other, kinds) => {
  expect(changed(other)).toEqual(kinds);
});

it("invalidates the delivery tests when the rendered output changes", () => {
  const { ofClosure } = keys();
  const keyOf = (rendered: string): string =>
    ofClosure("test/a.test.ts", /^config\//, rendered);
  expect(keyOf("one tree")).not.toBe(keyOf("another tree"));
});
