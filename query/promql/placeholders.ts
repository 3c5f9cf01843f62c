import { COMMENT, PLACEHOLDER, STRING, anyOf } from "./lexical";

const PART = anyOf([STRING, COMMENT, PLACEHOLDER]);

/**
 * Names in braces, in order: `x > {limit}` has `limit`. A selector always has a matcher or is
 * empty, so the two never collide.
 */
export const placeholdersOf = (expr: string): readonly string[] =>
  [...expr.matchAll(PART)].flatMap(({ groups }) => groups?.["name"] ?? []);

/**
 * Replaces names in braces by texts.
 * @throws Error when a name has no text
 */
export const renderPlaceholders = (
  expr: string,
  texts: Readonly<Record<string, string>>,
): string =>
  expr.replace(PART, (part: string, name: string | undefined) => {
    if (name === undefined) return part;
    const text = texts[name];
    if (text === undefined) {
      throw new Error(`no value for {${name}} in ${expr}`);
    }
    return text;
  });
