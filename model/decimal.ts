/**
 * A number as an exact decimal without exponent, as a person writes it in a query: `0.0144`,
 * `1000000`. Trailing digits that come only from binary fractions (0.014399999999999999) are
 * rounded away at 12 significant digits.
 *
 * @throws RangeError when the value is not finite, or so large (1e21) that JavaScript itself writes
 * an exponent
 */
export function decimal(value: number): string {
  if (!(Math.abs(value) < 1e21)) {
    throw new RangeError(
      `a decimal must be finite and below 1e21, got ${String(value)}`,
    );
  }
  const rounded = Number(value.toPrecision(12));
  const text = String(rounded);
  if (!text.includes("e")) return text;
  return rounded
    .toFixed(20)
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "");
}
