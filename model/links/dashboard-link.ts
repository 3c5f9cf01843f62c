import { encoded } from "./filled-later";

/** A time range: milliseconds since 1970, or Grafana's expressions such as `now` and `now-1h`. */
export interface TimeRange {
  readonly from: string;
  readonly to: string;
}

/**
 * A link to a dashboard for a time range.
 *
 * @param address of the dashboard, without parameters
 */
export const dashboardLink = (address: string, range: TimeRange): string =>
  `${address}?from=${encoded(range.from)}&to=${encoded(range.to)}`;
