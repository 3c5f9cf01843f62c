import type { DataSourceRef } from "../signal-sources";
import { encodedJson } from "./filled-later";

/** A time range: milliseconds since 1970, or Grafana's expressions such as `now` and `now-1h`. */
export interface TimeRange {
  readonly from: string;
  readonly to: string;
}

/** A query as the editor of a data source stores it. */
export interface ExploreQuery {
  readonly source: DataSourceRef;
  /** Fields that the plugin defines. */
  readonly fields: Readonly<
    Record<string, string | number | readonly string[]>
  >;
}

/**
 * The address of Grafana's Explore with a query that runs when it is opened.
 *
 * @param grafana root of Grafana, without a slash at the end; empty for a link inside Grafana,
 *   which adds its own root
 * @see
 *   https://grafana.com/docs/grafana/latest/explore/get-started-with-explore/#generate-explore-urls-from-external-tools
 */
export function exploreUrl(
  grafana: string,
  { source, fields }: ExploreQuery,
  range: TimeRange,
): string {
  const panes = {
    // Any id works; this one names the content of the pane.
    [source.uid]: {
      datasource: source.uid,
      queries: [{ refId: "A", datasource: source, ...fields }],
      range,
    },
  };
  return `${grafana}/explore?schemaVersion=1&orgId=1&panes=${encodedJson(panes)}`;
}
