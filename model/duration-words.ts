import type { Duration } from "./duration";

const UNITS = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1_000],
] as const;

/**
 * A length of time as people write it, from days to seconds: `5 minutes`, `2 days 2 hours`. Less
 * than a second is `0 seconds`.
 */
export function inWords({ milliseconds }: Duration): string {
  let rest = milliseconds;
  const parts = UNITS.flatMap(([unit, size]) => {
    const whole = Math.floor(rest / size);
    rest -= whole * size;
    return whole === 0
      ? []
      : [`${String(whole)} ${unit}${whole === 1 ? "" : "s"}`];
  });
  return parts.length === 0 ? "0 seconds" : parts.join(" ");
}
