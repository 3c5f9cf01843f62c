import { readFileSync } from "node:fs";
import * as v from "valibot";

/**
 * What is read must have this form; a value of type `T` comes out. @see
 * https://valibot.dev/guides/schemas/
 */
export type Schema<T> = v.GenericSchema<unknown, T>;

/** Something that a server, a file or a program gave is not of the form that its reader needs. */
export class InputError extends Error {}

/** Names and texts, such as labels. A list would pass for a record whose names are numbers. */
export const texts = v.pipe(
  v.custom<object>((value) => !Array.isArray(value)),
  v.record(v.string(), v.string()),
);

/** A list, which Go writes as null, or not at all, where it is empty. */
export const listOrNone = <T>(entry: Schema<T>) =>
  v.nullish(v.array(entry), []);

/**
 * A value of the schema's type; what the schema does not name is left out.
 * @throws InputError that names the path within, what stands there and what is due
 */
export function fits<T>(schema: Schema<T>, value: unknown): T {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const [first, ...more] = result.issues;
  throw new InputError(
    `${misfit(first)}${more.length === 0 ? "" : `, and ${String(more.length)} more of this kind`}`,
  );
}

/**
 * The same, for a value whose source a message must name: a file, an address.
 * @throws InputError that begins with the source
 */
export function fitsIn<T>(
  schema: Schema<T>,
  value: unknown,
  source: string,
): T {
  try {
    return fits(schema, value);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(`${source}: ${error.message}`);
  }
}

/** A text of JSON as the schema has it. @throws InputError that begins with the source */
export function fromJson<T>(
  schema: Schema<T>,
  text: string,
  source: string,
): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new InputError(`${source} is no JSON: ${beginning(text)}`);
  }
  return fitsIn(schema, value, source);
}

/**
 * A file of JSON as the schema has it. @throws InputError that begins with its path; Error where it
 * cannot be read
 */
export const readJsonFile = <T>(schema: Schema<T>, path: string): T =>
  fromJson(schema, readFileSync(path, "utf8"), path);

/** How much of a text is shown. */
const SHOWN = 60;

const beginning = (text: string): string =>
  text.trim() === ""
    ? "it is empty"
    : `it begins with ${JSON.stringify(text.trim().slice(0, SHOWN))}`;

function misfit(issue: v.BaseIssue<unknown>): string {
  const path = pathOf(issue);
  // Of a key that is not there, valibot only knows the name.
  if (issue.type === "object" && issue.expected?.startsWith('"') === true) {
    return `${path} is missing`;
  }
  return `${path} is ${got(issue.input)} where ${due(issue.expected)} is due`;
}

/** `data.groups[0].interval`; the whole has no path. */
const pathOf = ({ path }: v.BaseIssue<unknown>): string =>
  path
    ?.map(({ key }) =>
      typeof key === "number"
        ? `[${String(key)}]`
        : /^[\w$-]+$/.test(String(key))
          ? `.${String(key)}`
          : `[${JSON.stringify(key)}]`,
    )
    .join("")
    .replace(/^\./, "") ?? "the whole";

function got(value: unknown): string {
  if (value === undefined) return "missing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object";
  const text = JSON.stringify(value);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

/** Valibot names a form by its type: `string`, `Array`, `("a" | "b")`. */
const due = (expected: string | null): string =>
  expected === null
    ? "something else"
    : (IN_WORDS[expected] ?? expected.replace(/^\((.*)\)$/, "$1"));

const IN_WORDS: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  boolean: "true or false",
  Array: "a list",
  Object: "an object",
  // What `texts` refuses.
  unknown: "an object",
};
