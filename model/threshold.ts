import type { Bytes } from "./bytes";
import { decimal } from "./decimal";
import type { Duration } from "./duration";
import type { Ratio } from "./ratio";

/**
 * A named limit of an alert, with its unit in the type. Rendered into the expression in the
 * metric's base unit: durations in seconds, amounts in bytes, ratios from 0 to 1, counts as they
 * are.
 */
export type Threshold = Duration | Ratio | Bytes | Count;

/** A plain number: things, or things per second. */
export interface Count {
  readonly kind: "count";
  readonly value: number;
  /** What is counted, for readers: `jobs`, `requests per second`. */
  readonly of: string;
}

/**
 * A plain number, with what it counts: `count(100, "jobs")`.
 * @throws RangeError when not finite.
 */
export function count(value: number, of: string): Count {
  if (!Number.isFinite(value)) {
    throw new RangeError(`a count must be finite, got ${String(value)} ${of}`);
  }
  return { kind: "count", value, of };
}

/** The limit as a number in the base unit of its metric. */
export function thresholdValue(threshold: Threshold): number {
  switch (threshold.kind) {
    case "duration":
      return threshold.seconds;
    case "bytes":
      return threshold.bytes;
    case "ratio":
    case "count":
      return threshold.value;
  }
}

/** The limit as PromQL text. */
export const thresholdText = (threshold: Threshold): string =>
  decimal(thresholdValue(threshold));
