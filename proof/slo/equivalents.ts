import type { Equivalent } from "../proof-subject";

/**
 * One operand selects the SLO or the system; the others need no selector, but read less with it.
 */
export const SAME_LABELS: readonly Equivalent[] = [
  {
    change: /^without (?:system|slo)=~?"[^"]*"(?: \(#\d\))?$/,
    why: "another operand names it, and only samples with the same labels meet",
  },
];

/** Burn-rate alerts. */
export const TIER_EQUIVALENTS: readonly Equivalent[] = [...SAME_LABELS];

/** Burn-rate alerts on moments. */
export const MOMENT_TIER_EQUIVALENTS: readonly Equivalent[] = [
  ...TIER_EQUIVALENTS,
  {
    change: /^round\(slo:total_events:.* >= → >$/,
    why: "bad moments are among all, and more of them are asked for",
  },
];

/** Zero-tolerance alerts. */
export const ZERO_TOLERANCE_EQUIVALENTS: readonly Equivalent[] = [
  ...SAME_LABELS,
  {
    change: /: avg(?: \(#\d\))?$/,
    why: "any value above zero is enough",
  },
];

const ONE_SERIES: Equivalent = {
  change: /: avg(?: \(#\d\))?$/,
  why: "what it sums has one series",
};

/** Base rules: their inputs, and their guards against NaN. */
export const BASE_EQUIVALENTS: readonly Equivalent[] = [
  ONE_SERIES,
  {
    change: /^0 → \(-1\)$/,
    why: "the guard is against NaN; no rate is as low as -1",
  },
  {
    change: /^or: only left |^0 → (?:1|\(-1\)) \(#2\)$/,
    why: "its input is already filled with zeros",
  },
  {
    change: / >= → >$/,
    why: "the other arm also gives zero bad events",
  },
];

/** Base rules of moments, which are known or unknown. */
export const MOMENT_EQUIVALENTS: readonly Equivalent[] = [
  {
    change: /^or: only left /,
    why: "a known moment is always known to be good or bad",
  },
  {
    change: /^0 → (?:1|\(-1\)) \(#2\)$/,
    why: "the arm for unknown moments adds nothing to known ones",
  },
  ...BASE_EQUIVALENTS,
];

const ANY_MEASURED: Equivalent = {
  change: /: (?:min|max)(?: \(#\d\))?$/,
  why: "the measured value is multiplied by zero, so it does not matter which of several is used",
};

/** Totals of moments, which are 1 where a value is known: `max(measured) * 0 + 1`. */
export const KNOWN_EQUIVALENTS: readonly Equivalent[] = [
  ANY_MEASURED,
  {
    change: /^0 → \(-1\)(?: \(#\d\))?$/,
    why: "the guard is against NaN; no known value is as low as -1",
  },
  {
    change: / >= → >$/,
    why: "a known moment counts as one",
  },
  ONE_SERIES,
];

/** Rules about outages. */
export const OUTAGE_EQUIVALENTS: readonly Equivalent[] = [
  ONE_SERIES,
  {
    change: /: sum(?: \(#\d\))?$/,
    why: "a sum of results is zero where each is",
  },
];

/** Rules about missing events. */
export const MISSING_EQUIVALENTS: readonly Equivalent[] = [
  ...SAME_LABELS,
  ONE_SERIES,
  {
    change: /^0 → \(-1\)(?: \(#\d\))?$/,
    why: "what would be negative is left out",
  },
];

/** The same for moments, which are 1 where a value is known. */
export const MISSING_MOMENT_EQUIVALENTS: readonly Equivalent[] = [
  ANY_MEASURED,
  ...MISSING_EQUIVALENTS,
];

/** Windows: the step of the lookback for a tile in a gap. */
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
    why: "any time of the day before gives the same result",
  },
  {
    change: /^31d → 62d/,
    why: "earlier months have other numbers",
  },
  {
    change: /^system="[^"]*" negated/,
    why: "the month is the same for every system",
  },
];
