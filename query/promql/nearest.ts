import { distance } from "fastest-levenshtein";

/** Names further away than this are not typing errors. */
const FARTHEST = 4;

/** The name with the smallest edit distance, if any is close. */
export function nearest(
  wanted: string,
  names: Iterable<string>,
): string | undefined {
  let best: string | undefined;
  let bestDistance = FARTHEST + 1;
  for (const name of names) {
    if (Math.abs(name.length - wanted.length) >= bestDistance) continue;
    const found = distance(wanted, name);
    if (found < bestDistance) {
      best = name;
      bestDistance = found;
    }
  }
  return best;
}
