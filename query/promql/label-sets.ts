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
  };
}

/** The labels after this one is set. */
export function withLabel(result: LabelSet, label: string): LabelSet;
export function withLabel(result: Result, label: string): Result;
export function withLabel(result: Result, label: string): Result {
  if (result === "scalar" || result.names === "any") return result;
  return { names: new Set([...result.names, label]), exact: result.exact };
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
  };
}
