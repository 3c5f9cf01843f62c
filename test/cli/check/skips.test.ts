import type { ReportedTest } from "../../../cli/check/jest-report";
import { skippedLine, skipsOf, withNeed } from "../../../cli/check/skips";
import { ENGINES } from "../../../engines/engines";
import { needs } from "../../../engines/needs";

const test = (
  status: ReportedTest["status"],
  ...under: readonly string[]
): ReportedTest => ({
  path: "test/some.test.ts",
  name: [...under, "is so"].join(" "),
  under,
  status,
});

it("counts tests skipped because an optional need is missing", () => {
  const withLoki = needs(ENGINES.loki);
  expect(
    skipsOf([
      test("not run", withLoki),
      test("not run", withLoki, "an alert on logs"),
      test("not run", "outside", needs(ENGINES.lokitool)),
      test("not run", withNeed("chart sources")),
      test("passed", withLoki),
      test("failed", withNeed("Terraform")),
    ]),
  ).toEqual({
    allowed: [
      expect.objectContaining({ what: "loki 3.7.8", tests: 2 }),
      expect.objectContaining({ what: "lokitool 3.7.8", tests: 1 }),
      { what: "chart sources", tests: 1 },
    ],
    refused: [],
  });
});

it.each([
  ["without a word", []],
  ["for a reason of its own", ["with a free afternoon"]],
  ["for want of an engine that can be built", [needs(ENGINES.promtool)]],
])("refuses what is skipped %s, by its name", (_, under) => {
  expect(skipsOf([test("not run", ...under)])).toEqual({
    allowed: [],
    refused: [`test/some.test.ts: ${[...under, "is so"].join(" ")}`],
  });
});

it("says how many tests were not judged, and what that leaves open", () => {
  const [lokitool] = skipsOf([
    test("not run", needs(ENGINES.lokitool)),
    test("not run", needs(ENGINES.lokitool)),
  ]).allowed;
  expect(lokitool && skippedLine(lokitool)).toBe(
    "skipped: lokitool 3.7.8 could not be had: 2 tests that need it were not judged (whether Loki takes rules and queries on logs)",
  );
  expect(skippedLine({ what: "Terraform", tests: 1 })).toBe(
    "skipped: Terraform could not be had: 1 test that needs it was not judged",
  );
});
