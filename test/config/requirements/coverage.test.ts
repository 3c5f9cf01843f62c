import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { AWAITED } from "../../../config/requirements/awaited";
import catalogue from "../../../config/requirements/catalogue.json";
import { coverageOf } from "../../../config/requirements/coverage";
import { MET_ELSEWHERE } from "../../../config/requirements/met-elsewhere";
import { services } from "../../../config/organisation";
import { referenceSpec } from "../../support/reference-spec";
import { goodService } from "../../support/services";

const coverage = coverageOf(services, MET_ELSEWHERE);
const known = new Set(catalogue.map(({ id }) => id));
const isAwaited = (id: string): boolean =>
  AWAITED.some(({ ids }) => ids.test(id));

it("meets every requirement that is not said to wait for something", () => {
  expect(
    catalogue
      .map(({ id }) => id)
      .filter((id) => !coverage.has(id) && !isAwaited(id)),
  ).toEqual([]);
});

it("lists nothing as waiting that is met", () => {
  expect([...coverage.keys()].filter(isAwaited)).toEqual([]);
});

it("waits for nothing that nobody asked for", () => {
  expect(
    AWAITED.filter(({ ids }) => ![...known].some((id) => ids.test(id))),
  ).toEqual([]);
});

it("knows each requirement once", () => {
  expect(catalogue.length).toBeGreaterThan(100);
  expect(known.size).toBe(catalogue.length);
});

it("reads every kind of declaration for what it meets", () => {
  expect(
    [...coverageOf([goodService], { "GEN-1": "model/service.ts" })].sort(),
  ).toEqual([
    ["GEN-1", "model/service.ts"],
    ["X-A1", "services/shop"],
    ["X-D1", "services/shop"],
    ["X-D1.1", "services/shop"],
    ["X-M1", "services/shop"],
    ["X-R1", "services/shop"],
    ["X-T1", "services/shop"],
    ["X-T2", "services/shop"],
  ]);
});

it("says of nothing that it is met elsewhere when a declaration meets it", () => {
  const declared = coverageOf(services, {});
  expect(Object.keys(MET_ELSEWHERE).filter((id) => declared.has(id))).toEqual(
    [],
  );
});

it("names no requirement that nobody asked for", () => {
  const systemOf = (id: string): string => id.replace(/-.*/, "");
  const systems = new Set([...known].map(systemOf));
  expect(
    [...coverage.keys()]
      .filter((id) => !known.has(id))
      // A system that the catalogue does not know numbers its requirements itself.
      .filter((id) => systems.has(systemOf(id))),
  ).toEqual([]);
});

it("says truly where a requirement is met", () => {
  const said = [
    ...Object.entries(MET_ELSEWHERE),
    ...services.flatMap(({ meets }) => Object.entries(meets)),
  ];
  expect(
    said.filter(
      ([, place]) =>
        // What a run writes is there after one.
        !place.startsWith("cdktf.out/") &&
        !existsSync(join(__dirname, "../../..", place.replace(/:.*/, ""))),
    ),
  ).toEqual([]);
});

/** Named in a paragraph about all six meta-repositories, which the specification's own list leaves out. */
const IN_A_PARAGRAPH = /^(NEB|SEN|CHR|TIT|OBS|AUR)-T[12]$|^(CHR|TIT|OBS)-T3$/;

const original = referenceSpec("requirements.json");
(original === undefined ? it.skip : it)(
  "knows every requirement of the specification",
  () => {
    const ids = (
      JSON.parse(readFileSync(original ?? "", "utf8")) as readonly {
        id: string;
      }[]
    )
      .map(({ id }) => id)
      // Mistakes of the sources and decisions about them ask for nothing.
      .filter((id) => !/^(ERR|DEC)-/.test(id));
    const listed = [...known].filter((id) => !IN_A_PARAGRAPH.test(id));
    expect(listed.sort()).toEqual(ids.sort());
    expect(known.size - listed.length).toBe(15);
  },
);
