import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { KINDS } from "./declared-counts";
import type { Expectation } from "./differences";
import { readMetFile } from "./met-lines";
import type { ReadLine } from "./met-lines";
import type { Awaited, Requirement } from "./requirement";

/** Where an organisation keeps what was asked of it; it may be missing. */
export const REQUIREMENTS_FOLDER = "config/requirements";

/** Where what meets each requirement stands. */
export const MET_FOLDER = `${REQUIREMENTS_FOLDER}/met`;

/** Everything that the folder holds. */
export interface Requirements {
  readonly catalogue: readonly Requirement[];
  /** In the order of the files' names and of their lines. */
  readonly met: readonly ReadLine[];
  readonly awaited: readonly Awaited[];
  /** How much is expected of each system. */
  readonly expected: readonly Expectation[];
  /** The same of several systems at once. */
  readonly together: readonly Expectation[];
}

/**
 * Reads the folder below a root, if there is one.
 * @throws Error when a file of it has another form
 */
export function readRequirements(root: string): Requirements | undefined {
  const folder = join(root, REQUIREMENTS_FOLDER);
  if (!existsSync(folder)) return undefined;
  const json = (name: string): unknown =>
    JSON.parse(readFileSync(join(folder, name), "utf8"));
  const counts = json("expected-counts.json");
  const isCounts = isObject(counts);
  return {
    catalogue: listOf(isRequirement, json("catalogue.json"), "catalogue.json"),
    met: readMet(join(root, MET_FOLDER)),
    awaited: listOf(isAwaited, json("awaited.json"), "awaited.json"),
    expected: listOf(
      isExpectation,
      isCounts ? counts["systems"] : undefined,
      "expected-counts.json systems",
    ),
    together: listOf(
      isExpectation,
      isCounts ? counts["together"] : undefined,
      "expected-counts.json together",
    ),
  };
}

const readMet = (folder: string): readonly ReadLine[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .flatMap((name) =>
      readMetFile(name, readFileSync(join(folder, name), "utf8")),
    );

function listOf<T>(
  is: (value: unknown) => value is T,
  value: unknown,
  name: string,
): readonly T[] {
  if (!Array.isArray(value) || !value.every(is)) {
    throw new Error(
      `${REQUIREMENTS_FOLDER}/${name}: not the list that was expected: ${JSON.stringify(Array.isArray(value) ? value.find((each) => !is(each)) : value)}; give each entry the fields of the others`,
    );
  }
  return value;
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === "string");

const isRequirement = (value: unknown): value is Requirement =>
  isObject(value) && isTexts([value["id"], value["origin"], value["text"]]);

const isAwaited = (value: unknown): value is Awaited =>
  isObject(value) && isTexts(value["ids"]) && isTexts([value["waitsFor"]]);

function isExpectation(value: unknown): value is Expectation {
  if (!isObject(value)) return false;
  const { system, prefixes, expected, because = {} } = value;
  return (
    typeof system === "string" &&
    isTexts(prefixes) &&
    isObject(expected) &&
    KINDS.every((kind) => typeof expected[kind] === "number") &&
    isObject(because) &&
    isTexts(Object.values(because))
  );
}
