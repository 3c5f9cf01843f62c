import { instantOf, isTimeZone } from "../../model/local-time";

it.each([
  ["2026-12-05T22:00", "Etc/UTC", "2026-12-05T22:00:00.000Z"],
  ["2026-12-05T22:00", "Europe/Zurich", "2026-12-05T21:00:00.000Z"],
  ["2026-07-05T22:00", "Europe/Zurich", "2026-07-05T20:00:00.000Z"],
  ["2026-07-05T00:30", "America/New_York", "2026-07-05T04:30:00.000Z"],
  ["2026-07-05T00:30", "Asia/Kolkata", "2026-07-04T19:00:00.000Z"],
  // The night in which clocks go forward, before and after.
  ["2026-03-29T01:30", "Europe/Zurich", "2026-03-29T00:30:00.000Z"],
  ["2026-03-29T03:30", "Europe/Zurich", "2026-03-29T01:30:00.000Z"],
])("%s in %s is %s", (local, zone, instant) => {
  expect(new Date(instantOf(local, zone)).toISOString()).toBe(instant);
});

it("is NaN for an invalid time", () => {
  expect(instantOf("tomorrow", "Etc/UTC")).toBeNaN();
});

it.each([
  ["Europe/Zurich", true],
  ["Etc/UTC", true],
  ["UTC", true],
  ["America/Argentina/Buenos_Aires", true],
  ["Etc/GMT+5", true],
  ["Europe/Atlantis", false],
  ["europe/zurich", false],
  ["+01:00", false],
  ["", false],
])("%p is a time zone: %p", (name, valid) => {
  expect(isTimeZone(name)).toBe(valid);
});
