import { civilDate } from "./civil-date";

const SUNDAY = 0;
const SATURDAY = 6;

/**
 * Whether a time is in the first day from Monday to Friday of its month, in a time zone. Public
 * holidays are ignored.
 *
 * @param instant in milliseconds since 1970
 */
export function isFirstWorkingDay(instant: number, timeZone: string): boolean {
  const { year, month, day } = civilDate(instant, timeZone);
  const weekdays = Array.from({ length: day }, (_, index) =>
    new Date(Date.UTC(year, month - 1, index + 1)).getUTCDay(),
  );
  const isWorking = (weekday: number): boolean =>
    weekday !== SATURDAY && weekday !== SUNDAY;
  return weekdays.findIndex(isWorking) === day - 1;
}
