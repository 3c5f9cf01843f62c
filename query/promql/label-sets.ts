import { eitherOf } from "../../model/label-values";
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

/** Samples from either set; exact only if both sets have the same labels. */
export function union(left: LabelSet, right: LabelSet): LabelSet {
  const { names: ours } = left;
  const { names: theirs } = right;
  if (ours === "any" || theirs === "any") return UNKNOWN_LABELS;
  return {
    names: new Set([...ours, ...theirs]),
    exact:
      left.exact &&
      right.exact &&
      ours.size === theirs.size &&
      [...ours].every((label) => theirs.has(label)),
    ...unitedValues(left, right),
  };
}

/** A label that only one of them has takes the values that it has there. */
function unitedValues(
  left: LabelSet,
  right: LabelSet,
): Pick<LabelSet, "values"> {
  const known = new Map<string, LabelValues>();
  for (const label of new Set([
    ...(left.values?.keys() ?? []),
    ...(right.values?.keys() ?? []),
  ])) {
    const united = !has(left, label)
      ? right.values?.get(label)
      : !has(right, label)
        ? left.values?.get(label)
        : eitherOf(left.values?.get(label), right.values?.get(label));
    if (united !== undefined) known.set(label, united);
  }
  return known.size === 0 ? {} : { values: known };
}

const has = ({ names }: LabelSet, label: string): boolean =>
  names === "any" || names.has(label);
