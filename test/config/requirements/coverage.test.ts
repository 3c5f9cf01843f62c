import { readFileSync } from "node:fs";
import { ADDRESS_KINDS, namesOf } from "../../../cli/coverage/addresses";
import { checkRequirements } from "../../../cli/coverage/check-requirements";
import { repeated } from "../../../model/checks/names";
import { formatProblem } from "../../../model/problem";
import { services } from "../support/declared";
import { itNeeding } from "../../support/describe-needing";
import { referenceSpec } from "../../support/reference-spec";
import { asked } from "./asked";

const known = new Set(asked.catalogue.map(({ id }) => id));

it("meets every requirement that waits for nothing, with what there is", () => {
  expect(checkRequirements(asked, asked).map(formatProblem)).toEqual([]);
});

it("knows each requirement once", () => {
  expect(asked.catalogue.length).toBeGreaterThan(100);
  expect(known.size).toBe(asked.catalogue.length);
});

it("finds one thing at each address", () => {
  expect(
    services.flatMap((service) =>
      ADDRESS_KINDS.flatMap((kind) =>
        repeated(namesOf(service)[kind]).map(
          (name) => `${service.key} ${kind} ${name}`,
        ),
      ),
    ),
  ).toEqual([]);
});

/**
 * Named in a paragraph about all six meta-repositories, which the specification's own list leaves
 * out.
 */
const IN_A_PARAGRAPH = /^(NEB|SEN|CHR|TIT|OBS|AUR)-T[12]$|^(CHR|TIT|OBS)-T3$/;

const original = referenceSpec("requirements.json");
itNeeding("the specification", original !== undefined)(
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
