import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hashOf, treeIn } from "../../../cli/check/tree";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tree-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

it("holds the sources as they were, and nothing that is made of them", () => {
  for (const path of ["model", "node_modules", "cdktf.out", ".github"]) {
    mkdirSync(join(folder, path));
    writeFileSync(join(folder, path, "a"), "before");
  }
  const tree = treeIn(folder);
  writeFileSync(join(folder, "model", "a"), "after");
  rmSync(join(folder, ".github", "a"));
  expect(tree.paths).toEqual([".github/a", "model/a"]);
  expect(tree.text("model/a")).toBe("before");
  expect(tree.hash(".github/a")).toBe(hashOf([Buffer.from("before")]));
});

it("distinguishes parts", () => {
  expect(hashOf(["ab", "c"])).not.toBe(hashOf(["a", "bc"]));
});
