import { TEMPO } from "../signal-sources";
import { exploreUrl } from "./explore-url";
import type { TimeRange } from "./explore-url";

/**
 * Filters of Grafana's service graph: calls from workloads of this name, and calls to them. Grafana
 * shows edges that match either.
 */
export const serviceMapSelectors = (parts: string): readonly string[] => [
  `{client=~"${parts}"}`,
  `{server=~"${parts}"}`,
];

/**
 * A link to the service graph of a system for a time range, from Tempo's metrics: what its
 * workloads call, and what calls them. Workloads are named for the system, `shop` or `shop-api`.
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
