import { readFileSync } from "node:fs";
import { join } from "node:path";
import { withRequirements } from "../../../cli/coverage/requirements-page";
import { AWAITED } from "../../../config/requirements/awaited";
import catalogue from "../../../config/requirements/catalogue.json";
import { coverageOf } from "../../../config/requirements/coverage";
import {
  KINDS,
  declaredFor,
} from "../../../config/requirements/declared-counts";
import type { Counts } from "../../../config/requirements/declared-counts";
import { differencesOf } from "../../../config/requirements/differences";
import {
  EXPECTED,
  TOGETHER,
} from "../../../config/requirements/expected-counts";
import { MET_ELSEWHERE } from "../../../config/requirements/met-elsewhere";
import { services } from "../../../config/organisation";
import { referenceSpec } from "../../support/reference-spec";
import { goodService } from "../../support/services";

const sources = {
  services,
  catalogue,
  coverage: coverageOf(services, MET_ELSEWHERE),
  awaited: AWAITED,
  expected: EXPECTED,
  together: TOGETHER,
};

const differences = differencesOf(EXPECTED, services);

it("explains every difference", () => {
  expect(
    differences
      .filter(({ because }) => because === undefined)
      .map(
        ({ system, kind, expected, declared }) =>
          `${system} ${kind}: ${String(declared)} of ${String(expected)}`,
      ),
  ).toEqual([]);
});

it("explains nothing that is as expected", () => {
  const different = new Set(
    differences.map(({ system, kind }) => `${system} ${kind}`),
  );
  const declared = new Set(differences.map(({ system }) => system));
  expect(
    EXPECTED.filter(({ system }) => declared.has(system)).flatMap(
      ({ system, because = {} }) =>
        Object.keys(because)
          .map((kind) => `${system} ${kind}`)
          .filter((each) => !different.has(each)),
    ),
  ).toEqual([]);
});

const none = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Counts;

it("counts what an ID says, and finds what nobody explains", () => {
  const counted = declaredFor(["X"], [goodService]);
  expect(counted).toEqual({
    ...none,
    metrics: 1,
    "recording rules": 1,
    alerts: 1,
    "targets and probes": 2,
    dashboards: 1,
    panels: 1,
  });
  expect(declaredFor(["Y"], [goodService])).toEqual(none);
  const shop = { system: "shop", prefixes: ["X"] };
  expect(
    differencesOf(
      [
        { ...shop, expected: { ...counted, alerts: 2 } },
        { system: "not yet", prefixes: ["Y"], expected: counted },
      ],
      [goodService],
    ),
  ).toEqual([
    {
      system: "shop",
      kind: "alerts",
      expected: 2,
      declared: 1,
      because: undefined,
    },
  ]);
});

it("explains every difference on the page", () => {
  expect(
    readFileSync(join(__dirname, "../../../docs/requirements.md"), "utf8"),
  ).not.toContain("not explained");
});

it("asks for its place where a page has none", () => {
  expect(() => withRequirements("# Requirements", sources)).toThrow(
    "no lines <!-- Written by `npm run generate`. -->",
  );
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
    const [six, all] = TOGETHER;
    const [platform, accubooks, ...others] = [...EXPECTED].reverse();
    expect(
      [
        ...others.reverse(),
        ...[six, accubooks, platform, all].flatMap((each) => each ?? []),
      ].map(({ expected }) => KINDS.map((kind) => expected[kind])),
    ).toEqual(rows);
  },
);
