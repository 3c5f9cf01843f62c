import type { Cadence } from "../../model/recurring-task";

/** When recurring tasks of a cadence are due, for people and for calendars. */
export interface CadenceDate {
  /** In words. */
  readonly when: string;
  /**
   * The same as calendars read it.
   * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10
   */
  readonly rule: string;
  /** The first of these days, `2026-12-01`; the rule must hold on it. */
  readonly first: string;
  /** In the reader's local time: a task has no time zone. */
  readonly at: string;
  /** How long it takes, in minutes. */
  readonly minutes: number;
}

/**
 * Working days only: whatever cannot wait for one has an alert. The month begins on the same day as
 * for the monthly report.
 */
export const CADENCE_DATES: Readonly<Record<Cadence, CadenceDate>> = {
  daily: {
    when: "every working day",
    rule: "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR",
    first: "2026-12-01",
    at: "09:00",
    minutes: 15,
  },
  weekly: {
    when: "Mondays",
    rule: "FREQ=WEEKLY;BYDAY=MO",
    first: "2026-12-07",
    at: "09:30",
    minutes: 30,
  },
  monthly: {
    when: "the first working day of the month",
    rule: "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1",
    first: "2026-12-01",
    at: "10:00",
    minutes: 120,
  },
  quarterly: {
    when: "the second Tuesday of January, April, July and October",
    rule: "FREQ=MONTHLY;BYMONTH=1,4,7,10;BYDAY=2TU",
    first: "2027-01-12",
    at: "10:00",
    minutes: 180,
  },
};
