import { assertNever } from "../model/assert-never";
import type { ReportUnit } from "../model/report";

/** Options that override the unit's format. */
export interface ValueFormat {
  readonly unit: ReportUnit;
  readonly decimals?: number;
  readonly signed?: boolean;
}

/** Text for a missing number. */
export const NO_DATA = "no data";

const MOST_DECIMALS = 6;

/** A number with its unit, for people. NaN and infinities become words. */
export function formatValue(value: number, format: ValueFormat): string {
  if (Number.isNaN(value)) return "not defined";
  if (!Number.isFinite(value)) {
    return value > 0 ? "infinite" : "minus infinite";
  }
  const text = unitText(value, format);
  return format.signed === true && value > 0 ? `+${text}` : text;
}

function unitText(value: number, { unit, decimals }: ValueFormat): string {
  switch (unit) {
    case "short":
      return plain(value, decimals);
    case "percentunit":
      return `${share(value, decimals)} %`;
    case "s":
      return scaled(value, SECONDS, decimals);
    case "bytes":
      return scaled(value, BYTES, decimals);
    case "currencyUSD":
      return `${value < 0 ? "-" : ""}$${fixed(Math.abs(value), decimals ?? 2)}`;
    default:
      return assertNever(unit);
  }
}

const fixed = (value: number, decimals: number): string => {
  const text = new Intl.NumberFormat("en-US", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value);
  // A value that rounds to zero has no sign.
  return /[1-9]/.test(text) ? text : text.replace("-", "");
};

/** Whole numbers without decimals; others with two, or as many as needed to differ from zero. */
const plain = (value: number, decimals?: number): string =>
  decimals === undefined
    ? fixed(value, Number.isInteger(value) ? 0 : distinct(value, [0]))
    : fixed(value, decimals);

/** Percent; a value below 100 % or above 0 % is never rounded to it. */
const share = (value: number, decimals?: number): string => {
  const percent = Number((value * 100).toPrecision(15));
  return fixed(percent, decimals ?? distinct(percent, [0, 100]));
};

/** Decimals, two or more, with which a value differs from the given others. */
function distinct(value: number, others: readonly number[]): number {
  let decimals = 2;
  while (
    decimals < MOST_DECIMALS &&
    others.some(
      (other) => value !== other && Number(value.toFixed(decimals)) === other,
    )
  ) {
    decimals += 1;
  }
  return decimals;
}

type Scale = readonly (readonly [size: number, name: string])[];

const SECONDS: Scale = [
  [86_400, "d"],
  [3_600, "h"],
  [60, "min"],
  [1, "s"],
  [0.001, "ms"],
];

const BYTES: Scale = [
  [1024 ** 4, "TiB"],
  [1024 ** 3, "GiB"],
  [1024 ** 2, "MiB"],
  [1024, "KiB"],
  [1, "B"],
];

/** In the largest unit of which there is at least one. */
function scaled(value: number, scale: Scale, decimals?: number): string {
  const found =
    scale.find(([size]) => Math.abs(value) >= size) ??
    (value === 0 ? scale.find(([size]) => size === 1) : scale.at(-1));
  const [size, name] = found ?? [1, ""];
  const amount = value / size;
  const digits = decimals ?? (Number.isInteger(amount) ? 0 : 1);
  return `${fixed(amount, digits)} ${name}`;
}
