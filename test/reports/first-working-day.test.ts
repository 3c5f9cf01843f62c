import { dateText, momentText } from "../../reports/civil-date";
import { isFirstWorkingDay } from "../../reports/first-working-day";

it.each([
  // Tuesday the 1st.
  ["2026-12-01T08:00:00Z", "Etc/UTC", true],
  ["2026-12-02T08:00:00Z", "Etc/UTC", false],
  // Saturday the 1st, so Monday the 3rd.
  ["2026-08-01T08:00:00Z", "Etc/UTC", false],
  ["2026-08-02T08:00:00Z", "Etc/UTC", false],
  ["2026-08-03T08:00:00Z", "Etc/UTC", true],
  ["2026-08-04T08:00:00Z", "Etc/UTC", false],
  // Sunday the 1st, so Monday the 2nd.
  ["2026-11-02T08:00:00Z", "Etc/UTC", true],
  ["2026-11-03T08:00:00Z", "Etc/UTC", false],
  // The 30th in London is the 1st in Auckland.
  ["2026-11-30T20:00:00Z", "Pacific/Auckland", true],
  ["2026-11-30T20:00:00Z", "Europe/London", false],
  // A Monday, but not one of the first days.
  ["2026-12-07T08:00:00Z", "Etc/UTC", false],
])("%s in %s: %s", (time, timeZone, expected) => {
  expect(isFirstWorkingDay(Date.parse(time), timeZone)).toBe(expected);
});

it("is one day of each month, and one of the first three", () => {
  const found = new Map<string, number[]>();
  for (let day = 0; day < 366 * 12; day += 1) {
    const instant = Date.UTC(2026, 0, 1 + day, 12);
    const month = dateText(instant, "Etc/UTC").slice(0, 7);
    const days = found.get(month) ?? [];
    if (isFirstWorkingDay(instant, "Etc/UTC")) {
      days.push(new Date(instant).getUTCDate());
    }
    found.set(month, days);
  }
  expect(found.size).toBeGreaterThan(140);
  expect(
    [...found.values()].filter(
      (days) => days.length !== 1 || (days[0] ?? 9) > 3,
    ),
  ).toEqual([]);
});

it("writes times in the time zone", () => {
  const instant = Date.parse("2026-06-30T22:05:00Z");
  expect(momentText(instant, "Europe/Zurich")).toBe(
    "2026-07-01 00:05 Europe/Zurich",
  );
  expect(momentText(instant, "Etc/UTC")).toBe("2026-06-30 22:05 Etc/UTC");
});
