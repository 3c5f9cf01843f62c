import type { LabelSet } from "./series-catalogue";

/**
 * A number or a string has no labels and matches everything; a vector has those that its samples
 * carry.
 */
export type Result = "scalar" | LabelSet;

/** A single sample without labels. */
export const NO_LABELS: LabelSet = { names: new Set(), exact: true };

/** Nothing is known. */
export const UNKNOWN_LABELS: LabelSet = { names: "any", exact: false };

/** What is left when these labels are dropped. */
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

/** What there is when this label is set. */
export function withLabel(result: LabelSet, label: string): LabelSet;
export function withLabel(result: Result, label: string): Result;
export function withLabel(result: Result, label: string): Result {
  if (result === "scalar" || result.names === "any") return result;
  return { names: new Set([...result.names, label]), exact: result.exact };
}

/** Samples of either kind; exact only where both kinds carry the same labels. */
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
