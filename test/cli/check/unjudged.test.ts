import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unjudged, unjudgedLine } from "../../../cli/check/unjudged";
import { ENGINES } from "../../../engines/engines";
import { needs } from "../../../engines/needs";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "unjudged-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** A report of jest with tests of one file: their status, and what they lie under. */
function report(
  ...tests: readonly (readonly [status: string, ...titles: string[]])[]
): string {
  const path = join(folder, "report.json");
  const assertionResults = tests.map(([status, ...ancestorTitles]) => ({
    status,
    ancestorTitles,
  }));
  writeFileSync(path, JSON.stringify({ testResults: [{ assertionResults }] }));
  return path;
}

const withLoki = needs(ENGINES.loki);

it("counts what was skipped for want of an engine, and nothing else", () => {
  const path = report(
    ["pending", withLoki],
    ["pending", withLoki, "an alert on logs"],
    ["pending", needs(ENGINES.lokitool)],
    ["pending", "without the charts"],
    ["passed", withLoki],
    ["failed", withLoki],
  );
  expect(unjudged(path)).toEqual([
    { engine: ENGINES.loki, tests: 2 },
    { engine: ENGINES.lokitool, tests: 1 },
  ]);
});

it("says how many tests were not judged, and what that leaves open", () => {
  expect(unjudgedLine({ engine: ENGINES.lokitool, tests: 7 })).toBe(
    "skipped: lokitool 3.7.8 could not be had: 7 tests that need it were not judged (whether Loki takes rules and queries on logs)",
  );
});

it("says nothing of a missing report, which is a failure already", () => {
  expect(unjudged(join(folder, "none.json"))).toEqual([]);
});
