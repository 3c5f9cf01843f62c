import type { LabelSet } from "../../model/typical/label-sets";

/** A series by its labels, and how often it gets a sample. */
export interface KnownSeries {
  readonly labels: LabelSet;
  /** Seconds between two samples. */
  readonly interval: number;
}

/** Every series of a name that is known; `undefined` where nobody says which there are. */
export type SeriesOf = (name: string) => readonly KnownSeries[] | undefined;

/**
 * Value of a label that stands for each of its values. It passes every matcher: with it, one set
 * says which labels a result has.
 */
export const ANY_VALUE = "*";

/** The same for equal label sets, whatever the order of their labels. */
export function keyOf(labels: LabelSet): string {
  let key = "";
  // Sets are compared a hundred thousand times in a synthesis: nothing is copied for it.
  for (const label of Object.keys(labels).sort()) {
    key += `${label}\u0000${labels[label] ?? ""}\u0001`;
  }
  return key;
}

/** Each label set once. */
export const distinct = (sets: readonly LabelSet[]): readonly LabelSet[] =>
  sets.length < 2
    ? sets
    : [...new Map(sets.map((set) => [keyOf(set), set])).values()];

/** A label set with these labels alone. */
export const only = (set: LabelSet, labels: readonly string[]): LabelSet =>
  Object.fromEntries(
    labels.flatMap((label) => {
      const value = set[label];
      return value === undefined ? [] : [[label, value] as const];
    }),
  );

/** A label set without these labels. */
export const without = (set: LabelSet, labels: readonly string[]): LabelSet =>
  labels.some((label) => Object.hasOwn(set, label))
    ? Object.fromEntries(
        Object.entries(set).filter(([label]) => !labels.includes(label)),
      )
    : set;
