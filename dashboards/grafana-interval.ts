import type { Duration } from "../model/duration";

const UNITS = [
  ["d", 86_400],
  ["h", 3_600],
  ["m", 60],
] as const;

/**
 * A length of time as Grafana reads it in dashboards and data sources: one number and the largest
 * unit that leaves it whole, `30s`, `90s`, `2m`, `30d`. Prometheus notation with two units
 * (`1m30s`) would not be understood.
 */
export function grafanaInterval({ seconds }: Duration): string {
  const [unit, size] = UNITS.find(
    ([, length]) => seconds > 0 && seconds % length === 0,
  ) ?? ["s", 1];
  return `${String(seconds / size)}${unit}`;
}
