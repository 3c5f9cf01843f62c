const LOCAL_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;

/** Whether a name is one of the IANA database, as Go and Alertmanager read it. */
export function isTimeZone(name: string): boolean {
  // JavaScript takes names in any case and offsets as well; Go does neither.
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
 * The moment, in milliseconds since 1970, at which clocks of a zone show a time as
 * `2026-12-05T22:00`. Where they show it twice or never, an hour may be off. NaN where it is no
 * time.
 */
export function instantOf(local: string, timeZone: string): number {
  // JavaScript reads dates into almost any text.
  if (!LOCAL_TIME.test(local)) return Number.NaN;
  const asUtc = Date.parse(`${local}:00Z`);
  if (Number.isNaN(asUtc)) return Number.NaN;
  const first = asUtc - offset(asUtc, timeZone);
  // Asked for at the moment itself: the offset may change within the hours between.
  return asUtc - offset(first, timeZone);
}

/** How far clocks of a zone are ahead of UTC at a moment, in milliseconds. */
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
