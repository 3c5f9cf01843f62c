import { readFileSync } from "node:fs";
import { join } from "node:path";
import { KINDS } from "../../../cli/coverage/declared-counts";
import { differencesOf } from "../../../cli/coverage/differences";
import { referenceSpec } from "../../support/reference-spec";
import { asked } from "./asked";
import { itNeeding } from "../../support/describe-needing";

const { expected, together } = asked;

const differences = differencesOf(expected, asked);

it("explains every difference", () => {
  expect(
    differences
      .filter(({ because }) => because === undefined)
      .map(
        ({ system, kind, expected: wanted, declared }) =>
          `${system} ${kind}: ${String(declared)} of ${String(wanted)}`,
      ),
  ).toEqual([]);
});

it("explains nothing that is as expected", () => {
  const different = new Set(
    differences.map(({ system, kind }) => `${system} ${kind}`),
  );
  const declared = new Set(differences.map(({ system }) => system));
  expect(
    expected
      .filter(({ system }) => declared.has(system))
      .flatMap(({ system, because = {} }) =>
        Object.keys(because)
          .map((kind) => `${system} ${kind}`)
          .filter((each) => !different.has(each)),
      ),
  ).toEqual([]);
});

it("explains every difference on the page", () => {
  expect(
    readFileSync(join(__dirname, "../../../docs/requirements.md"), "utf8"),
  ).not.toContain("not explained");
});

const specification = referenceSpec("counts.md");
itNeeding("the specification", specification !== undefined)(
  "expects what the specification counts",
  () => {
    const rows = readFileSync(specification ?? "", "utf8")
      .split("\n")
      .filter((line) => /^\| (?!System|---)/.test(line))
      .map((line) =>
        line
          .split("|")
          .slice(2, -1)
          // `24 (14)`: what was named stands in parentheses.
          .map((cell) => Number.parseInt(cell, 10)),
      );
    const [six, all] = together;
    const [platform, accubooks, ...others] = [...expected].reverse();
    expect(
      [
        ...others.reverse(),
        ...[six, accubooks, platform, all].flatMap((each) => each ?? []),
      ].map((each) => KINDS.map((kind) => each.expected[kind])),
    ).toEqual(rows);
  },
);
