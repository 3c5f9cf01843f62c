import { distance } from "fastest-levenshtein";

/** Names further away than this are not typing errors. */
const FARTHEST = 4;

/**
 * The name that differs in the fewest letters, if any is near.
 *
 * @param farthest how many letters may differ at most
 */
export function nearest(
  wanted: string,
  names: Iterable<string>,
  farthest = FARTHEST,
): string | undefined {
  let best: string | undefined;
  let bestDistance = farthest + 1;
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
