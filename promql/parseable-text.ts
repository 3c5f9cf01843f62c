const MACRO = /\$__(?:rate_interval|interval|range)\b/g;
const PLACEHOLDER = /\{[A-Za-z][A-Za-z0-9]*\}/g;

/**
 * The query as PromQL alone, of the same length, so that every position in it is a position in the original:
 * Grafana's intervals become a duration, names of thresholds a number.
 * Variables such as `$route` stay: they stand inside strings, where anything may.
 */
export const parseableText = (query: string): string =>
  query
    .replace(MACRO, (macro) => "5m".padEnd(macro.length))
    .replace(PLACEHOLDER, (name) => "1".padEnd(name.length));
