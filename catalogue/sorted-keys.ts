/**
 * A value with the keys of every object in it in the order of their letters. What is in order is
 * not copied: entries are written in order, and an environment has hundreds of thousands of them.
 */
export function sortedKeys(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    const sorted = items.map(sortedKeys);
    return sorted.every((item, place) => item === items[place])
      ? items
      : sorted;
  }
  const entries: readonly (readonly [string, unknown])[] =
    Object.entries(value);
  let asBefore = true;
  let before = "";
  const sorted = entries.map(([key, own]) => {
    const inOrder = sortedKeys(own);
    asBefore &&= before <= key && inOrder === own;
    before = key;
    return [key, inOrder] as const;
  });
  return asBefore
    ? value
    : Object.fromEntries(sorted.sort(([a], [b]) => (a < b ? -1 : 1)));
}
