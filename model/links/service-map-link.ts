import { TEMPO } from "../signal-sources";
import { exploreUrl } from "./explore-url";
import type { TimeRange } from "./explore-url";

/**
 * What Grafana draws of the map of all calls: those from parts of this name, and those to them. It
 * draws what any of the two selects.
 */
export const serviceMapSelectors = (parts: string): readonly string[] => [
  `{client=~"${parts}"}`,
  `{server=~"${parts}"}`,
];

/**
 * Who calls whom around a system at a time, drawn from the metrics that Tempo makes of traces: what
 * its parts call, and what calls them. Parts are named for the system, `shop` or `shop-api`.
 * @see https://grafana.com/docs/grafana/latest/datasources/tempo/service-graph/
 */
export function serviceMapLink(
  grafana: string,
  system: string,
  range: TimeRange,
): string {
  return exploreUrl(
    grafana,
    {
      source: TEMPO,
      fields: {
        queryType: "serviceMap",
        serviceMapQuery: serviceMapSelectors(`${system}(-.+)?`),
      },
    },
    range,
  );
}
