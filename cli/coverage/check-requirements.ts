import type { Problem } from "../../model/problem";
import { coverageOf, isThere, pathIn } from "./coverage";
import type { Coverage, Places } from "./coverage";
import { fileOf, inOrder } from "./met-lines";
import type { ReadLine } from "./met-lines";
import { nearest } from "./nearest";
import { MET_FOLDER } from "./read-requirements";
import type { Requirements } from "./read-requirements";
import type { Requirement } from "./requirement";

/**
 * Every requirement that nothing meets, and every line of the map with an unknown address or in the
 * wrong place.
 */
export function checkRequirements(
  requirements: Requirements,
  places: Places,
): readonly Problem[] {
  const { met, catalogue } = requirements;
  const coverage = coverageOf(met, places);
  const known = new Set(catalogue.map(({ id }) => id));
  return [
    ...catalogue.flatMap((each) => checkMet(each, requirements, coverage)),
    ...checkAwaited(requirements, coverage, known),
    ...met.flatMap((line, index) => [
      ...checkId(line, known),
      ...checkAddress(line, places),
      ...checkPlace(line, met[index - 1]),
    ]),
  ];
}

const checkMet = (
  { id, text }: Requirement,
  { met, awaited }: Requirements,
  coverage: Coverage,
): readonly Problem[] =>
  coverage.has(id) ||
  awaited.some(({ ids }) => ids.includes(id)) ||
  // Lines with unknown addresses are reported separately.
  met.some((line) => line.id === id)
    ? []
    : [
        {
          path: `config/requirements ${id}`,
          message: "nothing meets it",
          got: text,
          next: `add a line to ${MET_FOLDER}/${fileOf(id)}, or say in awaited.json what it waits for`,
        },
      ];

const checkAwaited = (
  { awaited }: Requirements,
  coverage: Coverage,
  known: ReadonlySet<string>,
): readonly Problem[] =>
  awaited
    .flatMap(({ ids }) => ids)
    .flatMap((id) => {
      const path = `config/requirements/awaited.json ${id}`;
      return [
        ...(known.has(id) ? [] : [unknown(path, id, known)]),
        ...(coverage.has(id)
          ? [
              {
                path,
                message: "it waits for something, and is met",
                next: `drop it here, or its lines in ${MET_FOLDER}/${fileOf(id)}`,
              },
            ]
          : []),
      ];
    });

const unknown = (
  path: string,
  id: string,
  known: ReadonlySet<string>,
): Problem => ({
  path,
  message: "nobody asked for it",
  got: id,
  next: `correct it, or add it to catalogue.json; nearest: ${nearest(id, known).join(", ")}`,
});

const pathOf = ({ file, line, id }: ReadLine): string =>
  `${MET_FOLDER}/${file}:${String(line)} ${id}`;

const checkId = (
  line: ReadLine,
  known: ReadonlySet<string>,
): readonly Problem[] =>
  known.has(line.id) ? [] : [unknown(pathOf(line), line.id, known)];

function checkAddress(line: ReadLine, places: Places): readonly Problem[] {
  const { address } = line;
  if (isThere(address, places)) return [];
  const path = pathOf(line);
  return pathIn(address) === undefined
    ? [
        {
          path,
          message: "nothing has the address",
          got: address === "" ? "none" : address,
          next: `correct it, or drop the line; nearest: ${nearest(address, places.addresses.keys()).join(", ")}`,
        },
      ]
    : [
        {
          path,
          message: "there is no such file",
          got: address,
          next: "correct the path, or drop the line",
        },
      ];
}

function checkPlace(
  line: ReadLine,
  before: ReadLine | undefined,
): readonly Problem[] {
  const path = pathOf(line);
  const next = "npm run coverage -- --sort puts every line where it belongs";
  if (line.file !== fileOf(line.id)) {
    const allowed = fileOf(line.id);
    return [{ path, message: "it stands in another file", allowed, next }];
  }
  return before?.file === line.file && inOrder(before, line) >= 0
    ? [{ path, message: "it is out of order or stands twice", next }]
    : [];
}
