/** A whole number with commas. */
export const count = (value: number): string =>
  Math.round(value).toLocaleString("en");

const STEPS = ["B", "kB", "MB", "GB", "TB", "PB"] as const;

/** Bytes in the largest decimal unit, to three digits: `217 GB`. */
export function size(bytes: number): string {
  let value = bytes;
  let step = 0;
  while (value >= 999.5 && step < STEPS.length - 1) {
    value /= 1000;
    step += 1;
  }
  const digits = Number(value.toPrecision(3));
  return `${digits.toLocaleString("en")} ${STEPS[step] ?? ""}`;
}

/** A share in whole percent; below one, as less than that. */
export const percentOf = (part: number, whole: number): string => {
  const percent = (100 * part) / whole;
  return percent > 0 && percent < 1
    ? "less than 1 %"
    : `${String(Math.round(percent))} %`;
};
