import type { Problem } from "../../problem";

/** Problems of a single value. @param path where it is, in terms of the declaration */
export type ValueCheck<Value> = (
  path: string,
  value: Value,
) => readonly Problem[];

/** Words of a problem of a value. */
interface Words {
  /** What is wrong: `is not a port`. */
  readonly message: string;
  /** What is accepted. @default nothing is said */
  readonly allowed?: string;
  /** @default "correct it" */
  readonly next?: string;
}

/** A check of a value by a condition that it must fulfil. */
export const must =
  <Value extends string | number | { toString(): string }>(
    fulfils: (value: Value) => boolean,
    { message, allowed, next = "correct it" }: Words,
  ): ValueCheck<Value> =>
  (path, value) =>
    fulfils(value)
      ? []
      : [
          {
            path,
            message,
            got:
              typeof value === "string"
                ? quoted(withoutCredentials(value))
                : String(value),
            ...(allowed === undefined ? {} : { allowed }),
            next,
          },
        ];

const withoutCredentials = (text: string): string =>
  text.replace(/\/\/[^/\s]*@/, "//…@");

/** A text as it is written, with spaces and ends of lines visible. */
export const quoted = (text: string): string => JSON.stringify(text);
