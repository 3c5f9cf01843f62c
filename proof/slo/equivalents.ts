import type { Equivalent } from "../proof-subject";

/**
 * Of several operands one names the promise or the system; the others need not, but read less when
 * they do.
 */
export const SAME_LABELS: readonly Equivalent[] = [
  {
    change: /^without (?:system|slo)=~?"[^"]*"(?: \(#\d\))?$/,
    why: "another operand names it, and only samples with the same labels meet",
  },
];

/** Alerts of tiers. */
export const TIER_EQUIVALENTS: readonly Equivalent[] = [
  ...SAME_LABELS,
  {
    change: /^slo:bad_events:.* >= → >$/,
    why: "the number of events is an estimate from rates, never exactly the minimum",
  },
];

/** What must never happen. */
export const ZERO_TOLERANCE_EQUIVALENTS: readonly Equivalent[] = [
  ...SAME_LABELS,
  {
    change: /: avg(?: \(#\d\))?$/,
    why: "any that is above nothing is enough",
  },
];

const ONE_SERIES: Equivalent = {
  change: /: avg(?: \(#\d\))?$/,
  why: "what it sums has one series",
};

/** Base rules: what they read, and their guards against what is no number. */
export const BASE_EQUIVALENTS: readonly Equivalent[] = [
  ONE_SERIES,
  {
    change: /^0 → \(-1\)$/,
    why: "the guard is against what is no number; no rate is as low as -1",
  },
  {
    change: /^or: only left |^0 → (?:1|\(-1\)) \(#2\)$/,
    why: "what it reads fills with zeros itself",
  },
  {
    change: / >= → >$/,
    why: "zero bad events come from the other arm as well",
  },
];

/** Base rules of moments, which are known or not, bad ones and all of them together. */
export const MOMENT_EQUIVALENTS: readonly Equivalent[] = [
  {
    change: /^or: only left /,
    why: "of a moment that is known it is known whether it is bad",
  },
  {
    change: /^0 → (?:1|\(-1\)) \(#2\)$/,
    why: "the arm for what is not known adds nothing to what is",
  },
  ...BASE_EQUIVALENTS,
];

/** Totals of moments, which are one where something is known: `max(measured) * 0 + 1`. */
export const KNOWN_EQUIVALENTS: readonly Equivalent[] = [
  {
    change: /: (?:min|max)(?: \(#\d\))?$/,
    why: "what is measured is multiplied by zero, so it does not matter which of several it is",
  },
  {
    change: /^0 → \(-1\)(?: \(#\d\))?$/,
    why: "the guard is against what is no number; nothing known is as low as -1",
  },
  {
    change: / >= → >$/,
    why: "a moment that is known counts as one",
  },
  ONE_SERIES,
];

/** Windows: the step in which a tile is looked for behind a gap. */
export const windowEquivalents = (
  step: string,
  half: string,
): readonly Equivalent[] => [
  {
    change: new RegExp(`^${step} → ${half}(?: \\(#\\d+\\))?$`),
    why: "a finer step finds the same sample",
  },
];

/** The month so far. */
export const CALENDAR_EQUIVALENTS: readonly Equivalent[] = [
  ...SAME_LABELS,
  {
    change: /^43200 → /,
    why: "any time of the day before will do",
  },
  {
    change: /^31d → 62d/,
    why: "the months before have other numbers",
  },
  {
    change: /^system="[^"]*" negated/,
    why: "it is the same month for every system",
  },
];
