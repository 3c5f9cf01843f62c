/**
 * A value with the keys of every object in it in the order of their letters. What is in order is
 * not copied: entries are written in order, and an environment has hundreds of thousands of them.
 */
export function sortedKeys(value: unknown): unknown {
  if (!isObject(value)) return value;
  return Array.isArray(value) ? sortedItems(value) : sortedFields(value);
}

type Keyed = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Keyed =>
  typeof value === "object" && value !== null;

function sortedItems(items: readonly unknown[]): readonly unknown[] {
  let copied: unknown[] | undefined;
  // By callback: an iterator would make an object for each of hundreds of thousands of items.
  items.forEach((item, place) => {
    const sorted = sortedKeys(item);
    if (sorted === item) return;
    copied ??= [...items];
    copied[place] = sorted;
  });
  return copied ?? items;
}

function sortedFields(value: Keyed): Keyed {
  const keys = Object.keys(value);
  const inOrder = isInOrder(keys);
  if (!inOrder) keys.sort();
  let copied: [key: string, sorted: unknown][] | undefined = inOrder
    ? undefined
    : [];
  keys.forEach((key, place) => {
    const own = value[key];
    const sorted = sortedKeys(own);
    if (sorted !== own) {
      copied ??= keys.slice(0, place).map((before) => [before, value[before]]);
    }
    copied?.push([key, sorted]);
  });
  return copied === undefined ? value : Object.fromEntries(copied);
}

function isInOrder(keys: readonly string[]): boolean {
  let before = "";
  for (const key of keys) {
    if (before > key) return false;
    before = key;
  }
  return true;
}
