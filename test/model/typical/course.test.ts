import { days, hours, minutes } from "../../../model/duration";
import { counted, levelAt, WORKING_DAY } from "../../../model/typical/course";
import {
  ageBetween,
  ahead,
  always,
  amountPerHour,
  between,
  lastRun,
  never,
  perHour,
} from "../../../model/typical/typical";

describe("counted", () => {
  it("counts whole events, as many as the rate says, and never fewer", () => {
    const at = (seconds: number) => counted(perHour(6), seconds, 1, 0, 17);
    expect([0, 600, 1200, 3600].map(at)).toEqual([17, 18, 19, 23]);
    const minutes = Array.from({ length: 61 }, (_, minute) => at(minute * 60));
    expect(minutes).toEqual([...minutes].sort((a, b) => a - b));
  });

  it("spreads the events of several series over the time", () => {
    const first = (index: number) => {
      const counts = Array.from({ length: 400 }, (_, minute) =>
        counted(perHour(6), minute * 60, 4, index, 0),
      );
      return counts.findIndex((count) => count > (counts[0] ?? 0));
    };
    expect(new Set([0, 1, 2, 3].map(first)).size).toBe(4);
  });

  it("lets an amount grow evenly, and what never happens stay", () => {
    expect(counted(amountPerHour(7.2), 60, 2, 0, 0)).toBeCloseTo(0.06);
    expect(counted(never, 1e6, 1, 3, 17)).toBe(17);
  });
});

describe("levelAt", () => {
  it("meets its lowest, usual and highest value within an hour, and none beyond", () => {
    const values = Array.from({ length: 61 }, (_, minute) =>
      levelAt(between(2, 5, 20), minute * 60, 0),
    );
    expect(Math.min(...values)).toBe(2);
    expect(Math.max(...values)).toBe(20);
    expect(
      values.filter((value) => value >= 3 && value <= 9).length,
    ).toBeGreaterThan(30);
    expect(values.every(Number.isInteger)).toBe(true);
  });

  it("has fractions where they are declared", () => {
    expect(levelAt(between(0.2, 0.3, 0.9), 900, 0)).toBeCloseTo(0.9);
    expect(levelAt(always(1), 1234, 5)).toBe(1);
  });

  it("has the time of the last run, which is never ahead and never older than one period", () => {
    for (const at of [0, 3600, 86_399, 1e6]) {
      const age = at - levelAt(lastRun(days(1)), at, 0);
      expect(age).toBeGreaterThanOrEqual(0);
      expect(age).toBeLessThan(86_400);
    }
  });

  it("has an age that grows with the clock and begins again, not of all series at once", () => {
    const age = ageBetween(minutes(5), minutes(65));
    const at = (index: number) => (minute: number) =>
      levelAt(age, minute * 60, index) / 60;
    expect([0, 1, 59, 60, 61].map(at(0))).toEqual([5, 6, 64, 5, 6]);
    expect(at(1)(0)).toBeCloseTo(5 + 0.618 * 60);
  });

  it("has a time that stays ahead", () => {
    const left = levelAt(ahead(hours(48)), 1e6, 0) - 1e6;
    expect(left).toBeGreaterThan(24 * 3600);
    expect(left).toBeLessThanOrEqual(48 * 3600);
  });
});

it("has a share for each hour of a day, with a busiest", () => {
  expect(WORKING_DAY).toHaveLength(24);
  expect(Math.max(...WORKING_DAY)).toBe(1);
  expect(Math.min(...WORKING_DAY)).toBeGreaterThan(0);
});
