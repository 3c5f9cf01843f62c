import type { TimeRange } from "./explore-url";
import { encoded } from "./filled-later";

/**
 * A link to a dashboard for a time range.
 *
 * @param address of the dashboard, without parameters
 */
export const dashboardLink = (address: string, range: TimeRange): string =>
  `${address}?from=${encoded(range.from)}&to=${encoded(range.to)}`;
