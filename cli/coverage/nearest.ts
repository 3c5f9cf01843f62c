/** Letters that must be put in, taken out or changed to make one text of another. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1) {
      const changed = (row[j] ?? 0) + (letter === b[j] ? 0 : 1);
      const added = (next[j] ?? 0) + 1;
      const removed = (row[j + 1] ?? 0) + 1;
      next.push(Math.min(changed, added, removed));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** The few of many texts that are most like one, the nearest first. */
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
