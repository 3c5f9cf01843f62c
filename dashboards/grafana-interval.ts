import type { Duration } from "../model/duration";

/**
 * A length of time as Grafana reads it in dashboards and data sources: one number and one unit, `30s`, `90s`, `2m`.
 * Prometheus notation with two units (`1m30s`) would not be understood.
 */
export const grafanaInterval = ({ seconds }: Duration): string =>
  seconds > 0 && seconds % 60 === 0
    ? `${String(seconds / 60)}m`
    : `${String(seconds)}s`;
