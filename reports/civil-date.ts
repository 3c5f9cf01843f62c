/** A calendar day. */
export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** The day in a time zone at a time in milliseconds since 1970. */
export function civilDate(instant: number, timeZone: string): CivilDate {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone,
    year: "numeric",
    month: "numeric",
    day: "numeric",
  }).formatToParts(instant);
  const value = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((part) => part.type === type)?.value);
  return { year: value("year"), month: value("month"), day: value("day") };
}

/** The day as `2026-12-01`. */
export function dateText(instant: number, timeZone: string): string {
  const { year, month, day } = civilDate(instant, timeZone);
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${String(year)}-${two(month)}-${two(day)}`;
}

/** The day and time with its zone: `2026-12-01 08:00 Europe/Zurich`. */
export function momentText(instant: number, timeZone: string): string {
  const time = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(instant);
  return `${dateText(instant, timeZone)} ${time} ${timeZone}`;
}
