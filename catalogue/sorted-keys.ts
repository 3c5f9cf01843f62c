/**
 * A value with the keys of every object in it in the order of their letters. What is in order is
 * not copied: entries are written in order, and an environment has hundreds of thousands of them.
 */
export function sortedKeys(value: unknown): unknown {
  if (!isObject(value) || isInOrder(value)) return value;
  if (Array.isArray(value)) return value.map(sortedKeys);
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sortedKeys(value[key])]),
  );
}

type Keyed = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Keyed =>
  typeof value === "object" && value !== null;

/** Makes next to nothing, since it is asked about all that is written. */
function isInOrder(value: Keyed): boolean {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return items.every((item) => !isObject(item) || isInOrder(item));
  }
  let before = "";
  return Object.keys(value).every((key) => {
    const inOrder = before <= key;
    before = key;
    const item = value[key];
    return inOrder && (!isObject(item) || isInOrder(item));
  });
}
