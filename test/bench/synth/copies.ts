import type { Service } from "../../../model/service";
import { codeverify } from "../../config/support/declared";

/** Value objects are shared, not copied: they hold no names. */
const isPlain = (value: object): boolean =>
  Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;

function rename(value: unknown, key: string): unknown {
  if (typeof value === "string") return renameText(value, key);
  if (typeof value !== "object" || value === null || !isPlain(value)) {
    return value;
  }
  if (Array.isArray(value)) return value.map((item) => rename(item, key));
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      renameText(name, key),
      // Pages exist for CodeVerify only; a copy is checked against the same ones.
      name === "runbook" ? item : rename(item, key),
    ]),
  );
}

/** The text with every name of CodeVerify replaced, in each of its spellings. */
export const renameText = (text: string, key: string): string =>
  text.replace(NAME, (name) =>
    name === "codeverify" ? key : key.toUpperCase(),
  );

const NAME = /codeverify|CodeVerify|Codeverify/g;

/** Key of the copy with a number: `svc0007`. */
export const keyOf = (index: number): string =>
  `svc${String(index).padStart(4, "0")}`;

/** That many services of CodeVerify's size, each under a name of its own. */
export const copies = (count: number): readonly Service[] =>
  Array.from(
    { length: count },
    (_, index) => rename(codeverify, keyOf(index)) as Service,
  );
