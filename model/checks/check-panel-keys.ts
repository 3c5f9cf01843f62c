import type { Problem } from "../problem";
import { checkKebab, repeated } from "./names";

/** Something that is drawn as a panel: by which key it is named, and which number it states. */
interface Keyed {
  readonly id: string;
  readonly number?: number;
}

/**
 * Every mistake in the ids and numbers of the panels of one page.
 *
 * @param path of the page
 * @param what one of them is called: `panel`
 */
export const checkPanelKeys = (
  path: string,
  what: string,
  keyed: readonly Keyed[],
): readonly Problem[] => [
  ...keyed.flatMap(({ id, number }) => [
    ...checkKebab(`${path} ${what} "${id}"`, "id", id),
    ...checkNumber(`${path} ${what} "${id}"`, number),
  ]),
  ...repeated(keyed.map(({ id }) => id)).map((id) => ({
    path: `${path} ${what} "${id}"`,
    message: "the id is used twice",
    next: "rename one: messages name it so",
  })),
  ...repeatedNumbers(keyed).map((number) => ({
    path: `${path} ${keyed
      .filter((each) => each.number === number)
      .map(({ id }) => `${what} "${id}"`)
      .join(" and ")}`,
    message: "the number is used twice",
    got: String(number),
    next: `keep it where it was first, and leave it out or take ${String(freeNumber(keyed))} for the other: shared links hold it`,
  })),
];

const checkNumber = (
  path: string,
  number: number | undefined,
): readonly Problem[] =>
  number === undefined || (Number.isInteger(number) && number > 0)
    ? []
    : [
        {
          path,
          message: "number out of range",
          got: String(number),
          allowed: "whole numbers above 0",
          next: "correct it, or leave it out and it becomes the first that is free",
        },
      ];

const numbersOf = (keyed: readonly Keyed[]): readonly number[] =>
  keyed.flatMap(({ number = [] }) => number);

const repeatedNumbers = (keyed: readonly Keyed[]): readonly number[] =>
  repeated(numbersOf(keyed).map(String)).map(Number);

/** Above all that are stated, so that no gap which a removed panel left is filled. */
const freeNumber = (keyed: readonly Keyed[]): number =>
  Math.max(...numbersOf(keyed)) + 1;
