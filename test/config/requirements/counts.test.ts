import { readFileSync } from "node:fs";
import { join } from "node:path";
import { KINDS } from "../../../cli/coverage/declared-counts";
import { differencesOf } from "../../../cli/coverage/differences";
import { withRequirements } from "../../../cli/coverage/requirements-page";
import { referenceSpec } from "../../support/reference-spec";
import { coverage, places, requirements } from "./asked";

const { addresses } = places;
const { expected, together } = requirements;
const sources = { ...requirements, addresses, coverage };

const differences = differencesOf(expected, sources);

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

it("stands on the page as it is; npm run coverage -- --page writes it anew", () => {
  const page = readFileSync(
    join(__dirname, "../../../docs/requirements.md"),
    "utf8",
  );
  expect(withRequirements(page, sources)).toBe(page);
  expect(page).not.toContain("not explained");
});

const specification = referenceSpec("counts.md");
(specification === undefined ? it.skip : it)(
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
