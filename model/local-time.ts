const LOCAL_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;

/** Whether a name is one of the IANA database, as Go and Alertmanager read it. */
export function isTimeZone(name: string): boolean {
  // JavaScript accepts names in any case and offsets as well; Go accepts neither.
  if (!/^(UTC|[A-Z][A-Za-z_]+(\/[A-Z][A-Za-z0-9_+-]+)+)$/.test(name)) {
    return false;
  }
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/**
 * A local time such as `2026-12-05T22:00` in a time zone, in milliseconds since 1970. At a change
 * of offset, where the local time exists twice or not at all, it may be an hour off. NaN if it is
 * no valid time.
 */
export function instantOf(local: string, timeZone: string): number {
  // JavaScript parses almost any text as a date.
  if (!LOCAL_TIME.test(local)) return Number.NaN;
  const asUtc = Date.parse(`${local}:00Z`);
  if (Number.isNaN(asUtc)) return Number.NaN;
  const first = asUtc - offset(asUtc, timeZone);
  // Evaluated at the time itself: the offset may change within the hours between.
  return asUtc - offset(first, timeZone);
}

/** Offset of a time zone from UTC at a time, in milliseconds. */
function offset(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(instant);
  const value = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((part) => part.type === type)?.value);
  const shown = Date.UTC(
    value("year"),
    value("month") - 1,
    value("day"),
    value("hour"),
    value("minute"),
    value("second"),
  );
  return shown - Math.floor(instant / 1000) * 1000;
}
