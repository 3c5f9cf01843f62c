import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { JUDGE_ANEW } from "../../../cli/check/judge-anew";
import { rememberedAnswers } from "../../support/remembered-answers";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "answers-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

it("asks an engine once for each question, and again without the cache", async () => {
  let asked = 0;
  const answers = (question: string, more = {}) =>
    rememberedAnswers(
      ["engine 1", question],
      () => {
        asked += 1;
        return Promise.resolve([`${question}: ${String(asked)}`]);
      },
      { MONITORING_STACK_CACHE: folder, ...more },
    );
  expect(await answers("a")).toEqual(["a: 1"]);
  expect(await answers("a")).toEqual(["a: 1"]);
  expect(await answers("b")).toEqual(["b: 2"]);
  expect(await answers("a", { [JUDGE_ANEW]: "1" })).toEqual(["a: 3"]);
  expect(await answers("a")).toEqual(["a: 3"]);
});
