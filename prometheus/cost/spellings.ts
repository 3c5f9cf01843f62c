/** How the key of a system is written: by itself, in names of metrics, and in prose. */
const spellings = (key: string): readonly string[] => [
  key,
  key.replaceAll("-", "_"),
  key.toUpperCase(),
  key.slice(0, 1).toUpperCase() + key.slice(1),
];

/** Tells whether a text has the key of a system in it. */
export function hasKeyOf(key: string): (text: string) => boolean {
  const written = spellings(key);
  return (text) => written.some((each) => text.includes(each));
}

/** Puts the key of another system in the place of a key, in each of its spellings. */
export function replacing(
  before: string,
  after: string,
): (text: string) => string {
  const others = spellings(after);
  const pairs = spellings(before).map(
    (each, place) => [each, others[place] ?? after] as const,
  );
  return (text) =>
    pairs.reduce((left, [each, other]) => left.replaceAll(each, other), text);
}

/** Leaves the key of a system open, in each of its spellings. */
export function leavingOpen(key: string): (text: string) => string {
  const written = spellings(key);
  return (text) =>
    written.reduce(
      (left, each, place) => left.replaceAll(each, OPEN[place] ?? ""),
      text,
    );
}

/** What no declaration contains. */
const OPEN = ["\ue000", "\ue001", "\ue002", "\ue003"];
