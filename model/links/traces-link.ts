import { TEMPO } from "../signal-sources";
import { exploreUrl } from "./explore-url";
import type { TimeRange } from "./explore-url";
import { RESOURCE_ATTRIBUTES } from "./link-subject";
import type { LinkSubject } from "./link-subject";

/**
 * Maximum number of traces listed. Tempo returns the first it finds, so a larger number is no
 * better sample.
 */
const LISTED = 20;

/**
 * A link to the traces of a system, namespace or environment for a time range.
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
