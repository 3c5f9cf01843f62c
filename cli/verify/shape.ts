/** Something that a server answered is not of the form that its documentation promises. */
export class ShapeError extends Error {}

/** Named values of JSON. */
export type Fields = Readonly<Record<string, unknown>>;

/** @throws ShapeError where it is no object */
export function fieldsOf(value: unknown, what: string): Fields {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return value as Fields;
  }
  throw new ShapeError(`${what} is ${kindOf(value)} where an object is due`);
}

/** @throws ShapeError where it is no list */
export function listOf(value: unknown, what: string): readonly unknown[] {
  if (Array.isArray(value)) return value as readonly unknown[];
  throw new ShapeError(`${what} is ${kindOf(value)} where a list is due`);
}

/** A list of objects. @throws ShapeError where it is none */
export const rowsOf = (value: unknown, what: string): readonly Fields[] =>
  listOf(value, what).map((row) => fieldsOf(row, `an entry of ${what}`));

/** A list of objects, which Go writes as null where it is empty. @throws ShapeError where it is none */
export const rowsOrNone = (value: unknown, what: string): readonly Fields[] =>
  value === null || value === undefined ? [] : rowsOf(value, what);

/** @throws ShapeError where it is no text */
export function textOf(value: unknown, what: string): string {
  if (typeof value === "string") return value;
  throw new ShapeError(`${what} is ${kindOf(value)} where a text is due`);
}

/** @throws ShapeError where it is no number */
export function numberOf(value: unknown, what: string): number {
  if (typeof value === "number") return value;
  throw new ShapeError(`${what} is ${kindOf(value)} where a number is due`);
}

/** Names and texts, such as labels. @throws ShapeError where it is anything else */
export const textsOf = (
  value: unknown,
  what: string,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(fieldsOf(value, what)).map(([key, text]) => [
      key,
      textOf(text, `${what}.${key}`),
    ]),
  );

const kindOf = (value: unknown): string => {
  if (value === undefined) return "missing";
  if (value === null) return "null";
  return Array.isArray(value) ? "a list" : `a ${typeof value}`;
};
