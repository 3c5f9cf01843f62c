import { decimal } from "../../model/decimal";
import type { Threshold } from "../../model/threshold";

/** Units of bytes, the largest first; amounts are written in thousands as Grafana shows them. */
const BYTE_UNITS = [
  ["TB", 1e12],
  ["GB", 1e9],
  ["MB", 1e6],
  ["kB", 1e3],
] as const;

/** Decimal places that are kept: `66.67 %` of two thirds. */
const PLACES = 2;

/** A limit with its unit, as people read it: `5 %`, `100 jobs`, `1h30m`, `5 GB`. */
export function thresholdWords(threshold: Threshold): string {
  switch (threshold.kind) {
    case "ratio":
      return `${rounded(threshold.value * 100)} %`;
    case "duration":
      return threshold.toString();
    case "count":
      // Some values have an explanation: `2 where it is open`.
      return /^\d/.test(threshold.of)
        ? `${decimal(threshold.value)} (${threshold.of})`
        : `${decimal(threshold.value)} ${threshold.of}`;
    case "bytes": {
      const [unit, size] = BYTE_UNITS.find(
        ([, length]) => threshold.bytes >= length,
      ) ?? ["B", 1];
      return `${rounded(threshold.bytes / size)} ${unit}`;
    }
  }
}

const rounded = (value: number): string =>
  decimal(Number(value.toFixed(PLACES)));
