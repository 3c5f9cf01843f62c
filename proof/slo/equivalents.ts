import type { Equivalent } from "../proof-subject";

/** Of several operands one names the promise or the system; the others need not, but read less when they do. */
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

/** Alerts of tiers whose moments are looked at: nothing lies between two looks. */
export const MOMENT_EQUIVALENTS: readonly Equivalent[] = [
  ...TIER_EQUIVALENTS,
  {
    change: /^\d+ → [\d.]+$/,
    why: "moments are looked at every thirty seconds, and nothing lies between",
  },
  {
    change: /^and: only left [^#]*$/,
    why: "there are always enough moments for the guard",
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

/** Base rules: what they read, and their guards against what is no number. */
export const BASE_EQUIVALENTS: readonly Equivalent[] = [
  {
    change: /: avg(?: \(#\d\))?$/,
    why: "what it sums has one series",
  },
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
