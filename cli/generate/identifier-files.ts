import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { IdentifierList } from "../../inventory/identifiers/identifier-lists";
import { fileOf, listOf, textOfList } from "./identifier-names";

/** Every list that was agreed to, read from its file; none where there is no folder yet. */
export const agreedLists = (folder: string): readonly IdentifierList[] =>
  (existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: "utf8" })
    : []
  )
    .filter((file) => file.endsWith(".txt"))
    .map((file) => file.replaceAll("\\", "/"))
    .sort()
    .map((file) => listOf(file, readFileSync(join(folder, file), "utf8")));

/** Files of lists that are not as they should be: others, missing, or left of what is no more. */
export function staleLists(
  agreed: readonly IdentifierList[],
  now: readonly IdentifierList[],
): readonly string[] {
  const texts = (
    lists: readonly IdentifierList[],
  ): ReadonlyMap<string, string> =>
    new Map(lists.map((list) => [fileOf(list), textOfList(list)]));
  const [old, wanted] = [texts(agreed), texts(now)];
  return [...new Set([...old.keys(), ...wanted.keys()])]
    .filter((file) => old.get(file) !== wanted.get(file))
    .sort();
}
