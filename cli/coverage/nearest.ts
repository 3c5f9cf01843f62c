import { distance } from "fastest-levenshtein";

/** The few of many texts that differ from one in the fewest letters, the nearest first. */
export const nearest = (
  text: string,
  many: Iterable<string>,
  few = 3,
): readonly string[] =>
  [...many]
    .map((each) => [distance(text, each), each] as const)
    .sort(([a], [b]) => a - b)
    .slice(0, few)
    .map(([, each]) => each);
