/** Whether a text is a day of the calendar, as `2026-11-21`; there is no 30th of February. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && dayOf(startOf(text)) === text;

/** The day of a moment, in UTC; empty where there is no such moment. */
export const dayOf = (instant: number): string =>
  Number.isNaN(instant) ? "" : new Date(instant).toISOString().slice(0, 10);

/** The moment at which a day begins in UTC, in milliseconds since 1970; NaN where it is none. */
export const startOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** Whole days from one day to another. */
export const daysBetween = (from: string, to: string): number =>
  (startOf(to) - startOf(from)) / 86_400_000;
