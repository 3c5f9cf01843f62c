import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { forgetting, memoryIn } from "../../../cli/check/memory";
import { divide, keepSound, soundPaths } from "../../../cli/check/remembered";

let folder = "";
let file = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "remembered-"));
  file = join(folder, "new", "tests.json");
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const units = new Map([
  ["a", "key a"],
  ["b", "key b"],
]);
const PATHS = ["a", "b", "without a key"];

/** Keeps that both passed, in a run of its own. */
function keepBoth(after = units): void {
  const memory = memoryIn(file);
  keepSound(
    new Map([
      ["a", 3],
      ["b", 4],
      ["without a key", 5],
    ]),
    units,
    after,
    memory,
  );
  memory.save();
}

it("reuses verdicts with an equal key in the next run, and checks the rest", () => {
  keepBoth();
  expect(
    divide(PATHS, new Map([...units, ["b", "other"]]), memoryIn(file)),
  ).toEqual({
    toJudge: ["b", "without a key"],
    remembered: new Map([["a", 3]]),
  });
});

it("caches nothing that was edited during the run", () => {
  keepBoth(new Map([...units, ["a", "edited"]]));
  expect(divide(PATHS, units, memoryIn(file)).toJudge).toEqual([
    "a",
    "without a key",
  ]);
});

it("checks everything without the cache", () => {
  keepBoth();
  expect(divide(PATHS, units, forgetting(memoryIn(file))).toJudge).toEqual(
    PATHS,
  );
});

it.each(["", "[]", '{"a": 1}', '{"a": ["key a", "3"]}'])(
  "ignores %p, which it did not write",
  (text) => {
    file = join(folder, "tests.json");
    writeFileSync(file, text);
    expect(divide(PATHS, units, memoryIn(file)).toJudge).toEqual(PATHS);
  },
);

it.each([
  ["all that passed", true, 0, ["a.ts", "b.ts"]],
  ["what is not named where something is", true, 1, ["b.ts"]],
  ["nothing where faults are not named", false, 1, []],
  ["nothing of a program that crashed", true, 2, []],
  ["nothing of one that was ended", true, null, []],
])("caches %s", (_, namesFaults, code, sound) => {
  expect([
    ...soundPaths(
      { namesFaults },
      ["a.ts", "b.ts"],
      code,
      "/x/a.ts: 1:1",
    ).keys(),
  ]).toEqual(sound);
});
