import { exampleValues } from "../label-values";
import type { LabelValues } from "../label-values";
import type { Typical, TypicalSets } from "./typical";

/** Labels of one series, without those that scraping adds. A label with `""` is left out. */
export type LabelSet = Readonly<Record<string, string>>;

/** One of the sets of a metric, and how many there are of those that its entry stands for. */
export interface TypicalSet<T> {
  readonly labels: LabelSet;
  readonly typical: T;
  /** Among how many sets its rate is divided. */
  readonly among: number;
}

/**
 * Every label set that a metric has in a healthy system.
 *
 * @param labels the labels of the contract
 */
export function typicalSets<T extends { readonly kind: string }>(
  labels: Readonly<Record<string, LabelValues>>,
  typical: Typical<T>,
): readonly TypicalSet<T>[] {
  const entries: readonly (readonly [LabelSet, T])[] = isSets(typical)
    ? Object.entries(typical.sets).map(
        ([written, each]) => [readLabelSet(written) ?? {}, each] as const,
      )
    : [[{}, typical]];
  return entries.flatMap(([fixed, each]) => {
    const sets = combinations(labels, fixed);
    return sets.map((set) => ({
      labels: withoutEmpty(set),
      typical: each,
      among: sets.length,
    }));
  });
}

/** Whether it says one thing for each set of labels. */
export const isSets = <T extends { readonly kind: string }>(
  typical: Typical<T>,
): typical is TypicalSets<T> => typical.kind === "sets";

/**
 * Every combination of the values that labels are said to take.
 *
 * @param fixed labels with one value. @default none
 * @param valuesOf values of a label. @default those that are listed or given as examples
 */
export function combinations(
  labels: Readonly<Record<string, LabelValues>>,
  fixed: LabelSet = {},
  valuesOf: (known: LabelValues) => readonly string[] = exampleValues,
): readonly LabelSet[] {
  let sets: readonly LabelSet[] = [fixed];
  for (const [label, known] of Object.entries(labels)) {
    if (Object.hasOwn(fixed, label)) continue;
    sets = sets.flatMap((set) =>
      valuesOf(known).map((value) => ({ ...set, [label]: value })),
    );
  }
  return sets;
}

const withoutEmpty = (set: LabelSet): LabelSet =>
  Object.fromEntries(Object.entries(set).filter(([, value]) => value !== ""));

/** Whether both are the same labels with the same values. */
export const isSame = (one: LabelSet, other: LabelSet): boolean =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([label, value]) => other[label] === value);

/** The set as a message shows it: `{method="GET",status="200"}`. */
export const inBraces = (labels: LabelSet): string =>
  `{${Object.entries(labels)
    .map(([label, value]) => `${label}="${value}"`)
    .sort()
    .join(",")}}`;

const PAIR = /^\s*([a-zA-Z_]\w*)\s*=\s*"([^"\\]*)"\s*(?:,|$)/;

/** Reads `status="200",method="GET"`; `undefined` where it is not written so. */
export function readLabelSet(written: string): LabelSet | undefined {
  const set: Record<string, string> = {};
  let left = written;
  do {
    const found = PAIR.exec(left);
    const [whole = "", label = "", value = ""] = found ?? [];
    if (found === null || Object.hasOwn(set, label)) return undefined;
    set[label] = value;
    left = left.slice(whole.length);
  } while (left !== "");
  return set;
}
