import { TEMPO } from "../signal-sources";
import { exploreUrl } from "./explore-url";
import type { TimeRange } from "./explore-url";
import { RESOURCE_ATTRIBUTES } from "./link-subject";
import type { LinkSubject } from "./link-subject";

/**
 * Traces listed at once: Tempo returns the first that it finds, so more of them are no better
 * choice.
 */
const LISTED = 20;

/**
 * The traces of a system, namespace or environment at a time.
 * @see https://grafana.com/docs/tempo/latest/traceql/
 */
export const tracesLink = (
  grafana: string,
  { kind, name }: LinkSubject,
  range: TimeRange,
): string =>
  exploreUrl(
    grafana,
    {
      source: TEMPO,
      fields: {
        query: `{ resource.${RESOURCE_ATTRIBUTES[kind]} = "${name}" }`,
        queryType: "traceql",
        limit: LISTED,
        tableType: "traces",
      },
    },
    range,
  );
