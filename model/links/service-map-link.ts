import { TEMPO } from "../signal-sources";
import { exploreUrl } from "./explore-url";
import type { TimeRange } from "./explore-url";

/**
 * Who calls whom around a system at a time, drawn from the metrics that Tempo makes of traces: what its parts call, and what calls them.
 * Parts are named for the system, `codeverify` or `codeverify-api`.
 * @see https://grafana.com/docs/grafana/latest/datasources/tempo/service-graph/
 */
export function serviceMapLink(
  grafana: string,
  system: string,
  range: TimeRange,
): string {
  const parts = `${system}(-.+)?`;
  return exploreUrl(
    grafana,
    {
      source: TEMPO,
      fields: {
        queryType: "serviceMap",
        // Grafana draws what any of them selects.
        serviceMapQuery: [`{client=~"${parts}"}`, `{server=~"${parts}"}`],
      },
    },
    range,
  );
}
