import { decimal } from "./decimal";

/** A ratio from 0 to 1 inclusive, kept as the decimal that was written. Immutable. */
export class Ratio {
  readonly kind = "ratio";
  readonly value: number;

  constructor(value: number, written: string) {
    if (!(value >= 0 && value <= 1)) {
      throw new RangeError(
        `a ratio must lie between 0 and 1 (0 and 100 percent), got ${written}`,
      );
    }
    this.value = value;
  }

  /** The exact decimal, as PromQL needs it: `0.05`. */
  toString(): string {
    return decimal(this.value);
  }
}

/** A ratio from 0 to 1. @throws RangeError outside that range. */
export const ratio = (value: number): Ratio => new Ratio(value, String(value));

/**
 * A ratio in percent, 0 to 100; `percent(5)` is 0.05.
 * @throws RangeError outside that range.
 */
export const percent = (value: number): Ratio =>
  // Shifts the decimal point in the text: 0.1 / 100 is exactly 0.001, but 0.07 * 100 would not be
  // 7.
  new Ratio(Number(`${String(value)}e-2`), `${String(value)} percent`);
