/** Prometheus uses an exponent beyond these numbers of digits. */
const MOST_DIGITS = 6;
const SMALLEST_EXPONENT = -4;

/**
 * A bound as Prometheus 3 stores it in the label `le`, always with the form of a float: `1.0`,
 * `0.25`, `1e+06`.
 * @see https://prometheus.io/docs/prometheus/latest/migration/#le-and-quantile-label-values
 */
export function boundText(bound: number): string {
  if (bound === Infinity) return "+Inf";
  const [mantissa = "", power = "0"] = bound.toExponential().split("e");
  const exponent = Number(power);
  if (exponent < SMALLEST_EXPONENT || exponent >= MOST_DIGITS) {
    const digits = String(Math.abs(exponent)).padStart(2, "0");
    return `${mantissa}e${exponent < 0 ? "-" : "+"}${digits}`;
  }
  const text = String(bound);
  return text.includes(".") ? text : `${text}.0`;
}

/** All values of `le` on the buckets of a histogram. */
export const boundTexts = (bounds: readonly number[]): readonly string[] => [
  ...bounds.map(boundText),
  "+Inf",
];
