import type { Problem } from "../problem";
import { checkKebab, repeated } from "./names";

/** A panel: its id, and the number it states. */
interface Keyed {
  readonly id: string;
  readonly number?: number;
}

/**
 * Checks the ids and numbers of the panels of one dashboard.
 *
 * @param path of the page
 * @param what noun for messages: `panel`
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
    next: "rename one: messages use the id",
  })),
  ...repeatedNumbers(keyed).map((number) => ({
    path: `${path} ${keyed
      .filter((each) => each.number === number)
      .map(({ id }) => `${what} "${id}"`)
      .join(" and ")}`,
    message: "the number is used twice",
    got: String(number),
    next: `keep the older one, and omit the other or use ${String(freeNumber(keyed))}: shared links contain it`,
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

/** Above all stated numbers, so that the number of a removed panel is not reused. */
const freeNumber = (keyed: readonly Keyed[]): number =>
  Math.max(...numbersOf(keyed)) + 1;
