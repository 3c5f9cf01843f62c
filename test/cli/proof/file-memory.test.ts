import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileMemory } from "../../../cli/proof/file-memory";
import type { TestFile } from "../../../proof/test-file";

const file: TestFile = {
  name: "a",
  subject: "a",
  rules: [{ record: "a:b:c", expr: "x" }],
  evaluationInterval: "1m",
  groups: [],
  cost: 1,
};
const failures = [{ test: "fires", says: "got: nil" }];

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "memory-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

it("reads cached verdicts, whatever the file is called", async () => {
  const memory = fileMemory(folder, "promtool 1");
  expect(await memory.recall(file)).toBeUndefined();
  await memory.keep(file, failures);
  expect(await memory.recall({ ...file, name: "b", cost: 2 })).toEqual(
    failures,
  );
});

it.each([
  ["another rule", { ...file, rules: [{ record: "a:b:c", expr: "y" }] }],
  ["another interval", { ...file, evaluationInterval: "5m" }],
])("judges %s anew", async (_, changed) => {
  const memory = fileMemory(folder, "promtool 1");
  await memory.keep(file, failures);
  expect(await memory.recall(changed)).toBeUndefined();
});

it("judges again with another engine", async () => {
  await fileMemory(folder, "promtool 1").keep(file, failures);
  expect(await fileMemory(folder, "promtool 2").recall(file)).toBeUndefined();
});

it("judges again what it cannot read, and goes on where it cannot write", async () => {
  const memory = fileMemory(folder, "promtool 1");
  await memory.keep(file, failures);
  const [kept = ""] = readdirSync(folder, {
    recursive: true,
    encoding: "utf8",
  }).filter((path) => path.endsWith(".json"));
  for (const broken of ["{", "{}", '[{"test":"fires"}]']) {
    writeFileSync(join(folder, kept), broken);
    expect(await memory.recall(file)).toBeUndefined();
  }
  const nowhere = fileMemory(join(folder, kept), "promtool 1");
  await nowhere.keep(file, failures);
  expect(await nowhere.recall(file)).toBeUndefined();
});
