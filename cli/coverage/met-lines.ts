import { prefixOf } from "./requirement";

/** One line of the map: something meets a requirement. */
export interface MetLine {
  /** `CV-A1` */
  readonly id: string;
  /** `shop alert HighErrorRate`, `file docs/shop.md: error tracking` or `text …` */
  readonly address: string;
}

/** A line that was read, with the place where it stands. */
export interface ReadLine extends MetLine {
  /** `CV.txt` */
  readonly file: string;
  /** From 1 on. */
  readonly line: number;
}

/** The lines of one file: an ID, a blank and an address on each. */
export const readMetFile = (file: string, text: string): readonly ReadLine[] =>
  text.split("\n").flatMap((line, index) => {
    const [, id = "", address = ""] = /^(\S+) ?(.*)$/.exec(line) ?? [];
    return id === "" ? [] : [{ id, address, file, line: index + 1 }];
  });

/** The files that hold these lines, each once and in order: one for each prefix, `CV.txt`. */
export function metFiles(
  lines: readonly MetLine[],
): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const sorted = [...lines].sort(inOrder);
  for (const [index, line] of sorted.entries()) {
    const before = sorted[index - 1];
    if (before !== undefined && inOrder(before, line) === 0) continue;
    const file = fileOf(line.id);
    files.set(file, `${files.get(file) ?? ""}${line.id} ${line.address}\n`);
  }
  return files;
}

/** The file in which a requirement's lines stand. */
export const fileOf = (id: string): string => `${prefixOf(id)}.txt`;

/** By ID as people count, `CV-A2` before `CV-A10`; then by address. */
export const inOrder = (a: MetLine, b: MetLine): number =>
  compareCounting(a.id, b.id) || compareText(a.address, b.address);

const compareText = (a: string, b: string): number =>
  a === b ? 0 : a < b ? -1 : 1;

function compareCounting(a: string, b: string): number {
  const [left, right] = [a, b].map((id) => id.match(/\d+|\D+/g) ?? []);
  for (const [index, part] of (left ?? []).entries()) {
    const other = right?.[index] ?? "";
    const order = Number(part) - Number(other) || compareText(part, other);
    if (order !== 0) return order;
  }
  return (left?.length ?? 0) - (right?.length ?? 0);
}
