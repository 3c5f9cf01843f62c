/** Order of code points, the same on every machine. */
export const byName =
  <Item>(nameOf: (item: Item) => string) =>
  (one: Item, other: Item): number => {
    const [a, b] = [nameOf(one), nameOf(other)];
    return a < b ? -1 : a > b ? 1 : 0;
  };
