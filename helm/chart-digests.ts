import digests from "./digests.json";

/** SHA-256 of charts' archives, by name of the archive: `loki-18.11.0.tgz`. */
export type ChartDigests = Readonly<Record<string, string>>;

/**
 * Digests that `npm run charts -- --update` has recorded. A chart without one is pinned by its
 * version alone.
 */
export const CHART_DIGESTS: ChartDigests = digests;
