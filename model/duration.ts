const UNITS = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["m", 60_000],
  ["s", 1_000],
  ["ms", 1],
] as const;

/**
 * A length of time, in whole milliseconds, zero or more. Immutable. Made by {@link milliseconds},
 * {@link seconds}, {@link minutes}, {@link hours} and {@link days}.
 */
export class Duration {
  readonly kind = "duration";
  readonly milliseconds: number;

  constructor(value: number, unitMilliseconds: number, unit: string) {
    const total = value * unitMilliseconds;
    if (!Number.isSafeInteger(total) || total < 0) {
      throw new RangeError(
        `a duration must be a whole number of milliseconds, 0 or more, got ${String(value)} ${unit}`,
      );
    }
    this.milliseconds = total;
  }

  /** The same length in seconds, with a fraction if it is not whole. */
  get seconds(): number {
    return this.milliseconds / 1_000;
  }

  /**
   * Prometheus and Go notation in the largest whole units: `1h30m`, `30d`, `0s`.
   * @see
   *   https://prometheus.io/docs/prometheus/latest/querying/basics/#float-literals-and-time-durations
   */
  toString(): string {
    if (this.milliseconds === 0) return "0s";
    let rest = this.milliseconds;
    let text = "";
    for (const [unit, size] of UNITS) {
      const whole = Math.floor(rest / size);
      if (whole > 0) text += `${String(whole)}${unit}`;
      rest -= whole * size;
    }
    return text;
  }

  /**
   * Hours only, for software that reads Go durations, which have no days: `720h`.
   * @throws Error when the length is no whole number of hours.
   */
  toHours(): string {
    const hours = this.milliseconds / 3_600_000;
    if (!Number.isInteger(hours)) {
      throw new RangeError(
        `${this.toString()} cannot be written in whole hours`,
      );
    }
    return `${String(hours)}h`;
  }
}

/** A length of time in milliseconds. @throws RangeError when negative or not whole. */
export const milliseconds = (value: number): Duration =>
  new Duration(value, 1, "milliseconds");
/** A length of time in seconds. @throws RangeError when negative or finer than a millisecond. */
export const seconds = (value: number): Duration =>
  new Duration(value, 1_000, "seconds");
/** A length of time in minutes. @throws RangeError when negative or finer than a millisecond. */
export const minutes = (value: number): Duration =>
  new Duration(value, 60_000, "minutes");
/** A length of time in hours. @throws RangeError when negative or finer than a millisecond. */
export const hours = (value: number): Duration =>
  new Duration(value, 3_600_000, "hours");
/**
 * A length of time in days of 24 hours. @throws RangeError when negative or finer than a
 * millisecond.
 */
export const days = (value: number): Duration =>
  new Duration(value, 86_400_000, "days");
