import { anyOf } from "../../model/label-values";
import type { LabelValues } from "../../model/label-values";
import type { LabelSet } from "./series-catalogue";

/**
 * Numbers and strings have no labels and match everything; a vector has the labels of its samples.
 */
export type Result = "scalar" | LabelSet;

/** A single sample without labels. */
export const NO_LABELS: LabelSet = { names: new Set(), exact: true };

/** Nothing is known about the labels. */
export const UNKNOWN_LABELS: LabelSet = { names: "any", exact: false };

/** The labels that remain when these are removed. */
export function without(result: LabelSet, labels: readonly string[]): LabelSet;
export function without(result: Result, labels: readonly string[]): Result;
export function without(result: Result, labels: readonly string[]): Result {
  if (result === "scalar" || result.names === "any") return result;
  return {
    names: new Set(
      [...result.names].filter((label) => !labels.includes(label)),
    ),
    exact: result.exact,
    ...valuesOf(result, (label) => !labels.includes(label)),
  };
}

/** Known values of those labels that are kept. */
export function valuesOf(
  { values }: LabelSet,
  keeps: (label: string) => boolean,
): Pick<LabelSet, "values"> {
  if (values === undefined) return {};
  const kept = [...values].filter(([label]) => keeps(label));
  return kept.length === 0 ? {} : { values: new Map(kept) };
}

/** What there is when this label is set. */
export function withLabel(result: LabelSet, label: string): LabelSet;
export function withLabel(result: Result, label: string): Result;
export function withLabel(result: Result, label: string): Result {
  if (result === "scalar" || result.names === "any") return result;
  return {
    names: new Set([...result.names, label]),
    exact: result.exact,
    ...valuesOf(result, (each) => each !== label),
  };
}

/** Samples from any of the sets; exact only if all of them have the same labels. */
export function union(...sets: readonly LabelSet[]): LabelSet {
  const names = new Set<string>();
  for (const set of sets) {
    if (set.names === "any") return UNKNOWN_LABELS;
    for (const label of set.names) names.add(label);
  }
  return {
    names,
    exact: sets.every(
      (set) =>
        set.exact && set.names !== "any" && set.names.size === names.size,
    ),
    ...unitedValues(sets),
  };
}

/** A label takes the values that it has in the sets which have it. */
function unitedValues(sets: readonly LabelSet[]): Pick<LabelSet, "values"> {
  const labels = new Set(
    sets.flatMap(({ values }) => [...(values?.keys() ?? [])]),
  );
  const known = new Map<string, LabelValues>();
  for (const label of labels) {
    const united = anyOf(
      sets
        .filter(({ names }) => names === "any" || names.has(label))
        .map(({ values }) => values?.get(label)),
    );
    if (united !== undefined) known.set(label, united);
  }
  return known.size === 0 ? {} : { values: known };
}
