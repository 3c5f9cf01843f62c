/** Whether a text is a calendar day, as `2026-11-21`; 30 February is not. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && dayOf(startOf(text)) === text;

/** The day of a time, in UTC; empty for an invalid time. */
export const dayOf = (instant: number): string =>
  Number.isNaN(instant) ? "" : new Date(instant).toISOString().slice(0, 10);

/** Start of a day in UTC, in milliseconds since 1970; NaN if it is not a day. */
export const startOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** Whole days from one day to another. */
export const daysBetween = (from: string, to: string): number =>
  (startOf(to) - startOf(from)) / 86_400_000;
